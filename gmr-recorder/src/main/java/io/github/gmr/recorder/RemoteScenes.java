package io.github.gmr.recorder;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerServiceDefinition;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import org.bson.Document;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Waits for remote services, and for connections to them.
 */
final class RemoteScenes {

	private static final Duration LONG = Duration.ofHours(1);

	private static final String BLOCK = "future: waits for a reactive result (block)";

	private static final String GRPC = "remote: waits for an answer by gRPC";

	private static final String SERVICE = "Stock";

	private RemoteScenes() {
	}

	static void play(Recording recording) throws Exception {
		grpc(recording);
		cassandra(recording);
		mongo(recording);
		r2dbc(recording);
		reactorNetty(recording);
	}

	private static void grpc(Recording recording) throws Exception {
		MethodDescriptor<byte[], byte[]> get = method("Get", MethodType.UNARY);
		MethodDescriptor<byte[], byte[]> watch = method("Watch", MethodType.SERVER_STREAMING);
		InProcessServerBuilder.forName(SERVICE)
			.addService(ServerServiceDefinition.builder(SERVICE)
				.addMethod(get, (call, headers) -> new ServerCall.Listener<>() {
				})
				.addMethod(watch, (call, headers) -> new ServerCall.Listener<>() {
				})
				.build())
			.build()
			.start();
		Channel channel = InProcessChannelBuilder.forName(SERVICE).build();
		recording.both(GRPC, () -> ClientCalls.blockingUnaryCall(channel, get, CallOptions.DEFAULT, new byte[0]));
		recording.both(GRPC, () -> {
			Iterator<byte[]> answers = ClientCalls.blockingServerStreamingCall(channel, watch, CallOptions.DEFAULT,
					new byte[0]);
			answers.hasNext();
		});
		recording.both("future: waits for a future of Guava",
				() -> ClientCalls.futureUnaryCall(channel.newCall(get, CallOptions.DEFAULT), new byte[0]).get());
	}

	private static MethodDescriptor<byte[], byte[]> method(String name, MethodType type) {
		return MethodDescriptor.<byte[], byte[]>newBuilder()
			.setType(type)
			.setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, name))
			.setRequestMarshaller(new Bytes())
			.setResponseMarshaller(new Bytes())
			.build();
	}

	private static void cassandra(Recording recording) throws Exception {
		InetSocketAddress silent = new SilentServer().address();
		recording.both("database: waits for Cassandra",
				() -> CqlSession.builder()
					.addContactPoint(silent)
					.withLocalDatacenter("shop")
					.withConfigLoader(DriverConfigLoader.programmaticBuilder()
						.withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, LONG)
						.withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, LONG)
						.build())
					.build());
	}

	private static void mongo(Recording recording) throws Exception {
		MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + new GreetingMongo().port()
				+ "/?maxPoolSize=1&waitQueueTimeoutMS=3600000&serverMonitoringMode=poll");
		recording.platform("database: waits for MongoDB",
				() -> client.getDatabase("shop").runCommand(new Document("x", 1)));
		recording.both("pool: waits for a connection of MongoDB",
				() -> client.getDatabase("shop").runCommand(new Document("y", 1)));
	}

	private static void r2dbc(Recording recording) {
		ConnectionPool pool = new ConnectionPool(
				ConnectionPoolConfiguration.builder(ConnectionFactories.get("r2dbc:h2:mem:///shop"))
					.maxSize(1)
					.initialSize(1)
					.build());
		pool.create().doOnNext(Extras::keep).block();
		recording.both(BLOCK, () -> pool.create().block());
	}

	private static void reactorNetty(Recording recording) throws Exception {
		HttpClient client = HttpClient
			.create(ConnectionProvider.builder("shop").maxConnections(1).pendingAcquireTimeout(LONG).build());
		URI uri = URI.create("http://127.0.0.1:" + new SilentServer().port() + "/");
		Mono<?> response = client.get().uri(uri).response();
		response.subscribe();
		recording.both(BLOCK, () -> response.block());
	}

	/**
	 * Sends bytes as they are.
	 */
	private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {

		@Override
		public InputStream stream(byte[] value) {
			return new ByteArrayInputStream(value);
		}

		@Override
		public byte[] parse(InputStream stream) {
			return new byte[0];
		}

	}

}
