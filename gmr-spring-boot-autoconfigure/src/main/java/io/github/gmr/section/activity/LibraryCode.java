package io.github.gmr.section.activity;

import java.util.List;

/**
 * Knows frames of the JDK, of frameworks, servers, drivers and pools by their packages.
 */
final class LibraryCode {

	private static final List<String> PACKAGES = """
			java. javax. jakarta. jdk. sun. com.sun. kotlin. kotlinx. scala. groovy. org.codehaus.groovy.
			org.springframework. org.aspectj. org.aopalliance. net.bytebuddy. net.sf.cglib. javassist.
			org.apache. kafka. org.eclipse. org.glassfish. io.undertow. org.xnio. org.jboss. io.netty. reactor.
			org.reactivestreams. io.reactivex. io.smallrye. io.vertx. io.grpc. okhttp3. okio. retrofit2. feign.
			com.lmax. com.zaxxer. com.mchange. oracle. com.oracle. org.postgresql. com.mysql. org.mariadb. com.microsoft.
			com.ibm. org.h2. org.hsqldb. org.sqlite. org.firebirdsql. io.r2dbc. com.mongodb. redis.clients.
			io.lettuce. org.redisson. com.datastax. org.neo4j. com.couchbase. org.elasticsearch. co.elastic.
			org.opensearch. org.junit. org.testng. org.mockito. com.rabbitmq. io.nats. org.hibernate. org.mybatis. org.jooq. org.flywaydb. liquibase.
			com.fasterxml. tools.jackson. com.google. com.github.benmanes. org.ehcache. com.hazelcast. org.infinispan.
			net.spy. ch.qos.logback. org.slf4j. io.micrometer. io.opentelemetry. io.opentracing. io.prometheus. brave.
			zipkin2. io.github.resilience4j. com.netflix. org.quartz. org.thymeleaf. com.atomikos. bitronix.
			software.amazon. com.amazonaws. com.azure. io.github.gmr.
			"""
		.strip()
		.lines()
		.flatMap((line) -> List.of(line.split(" ")).stream())
		.toList();

	private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

	private LibraryCode() {
	}

	/**
	 * Return whether a frame is of the JDK.
	 * @param frame the frame in the words of the thread sections
	 * @return whether it is
	 */
	static boolean isOfJdk(String frame) {
		return JDK.stream().anyMatch(frame::startsWith);
	}

	/**
	 * Return whether a frame is of a library.
	 * @param frame the frame in the words of the thread sections
	 * @return whether it is no code of an application
	 */
	static boolean has(String frame) {
		return PACKAGES.stream().anyMatch(frame::startsWith);
	}

}
