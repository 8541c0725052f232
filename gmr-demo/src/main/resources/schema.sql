create table orders (
	id bigint generated always as identity primary key,
	item varchar(100) not null,
	quantity int not null,
	status varchar(20) not null,
	placed timestamp with time zone not null
);
