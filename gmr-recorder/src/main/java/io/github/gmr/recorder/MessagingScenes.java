package io.github.gmr.recorder;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import com.rabbitmq.client.ConnectionFactory;
import jakarta.jms.Connection;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.mail.Transport;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BufferPool;
import org.apache.kafka.clients.producer.internals.FutureRecordMetadata;
import org.apache.kafka.clients.producer.internals.ProduceRequestResult;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Time;

import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.listener.BlockingQueueConsumer;
import org.springframework.amqp.rabbit.support.ActiveObjectCounter;
import org.springframework.amqp.rabbit.support.DefaultMessagePropertiesConverter;

/**
 * Waits for brokers and mail servers.
 */
final class MessagingScenes {

	private static final int LONG = 3_600_000;

	private static final String ACTIVEMQ = "messaging: waits for an answer of ActiveMQ";

	private MessagingScenes() {
	}

	static void play(Recording recording) throws Exception {
		String host = "127.0.0.1:" + new SilentServer().port();
		consume(recording, host);
		produce(recording, host);
		recording.both("messaging: waits for RabbitMQ", () -> {
			ConnectionFactory factory = new ConnectionFactory();
			factory.setPort(new SilentServer().port());
			factory.setHandshakeTimeout(LONG);
			factory.setConnectionTimeout(LONG);
			factory.newConnection();
		});
		recording.named("idle: waits for frames of RabbitMQ", (name) -> name.startsWith("AMQP Connection 127.0.0.1"));
		recording.both(ACTIVEMQ, () -> new ActiveMQConnectionFactory("tcp://" + host).createConnection().start());
		jms(recording);
		artemis(recording, host);
		recording.both("idle: waits for a message of RabbitMQ", () -> consumer().nextMessage());
		recording.both("idle: waits for a message of RabbitMQ", () -> consumer().nextMessage(LONG));
		recording.both("mail: waits for a mail server", () -> {
			jakarta.mail.Session session = jakarta.mail.Session.getInstance(new Properties());
			try (Transport transport = session.getTransport("smtp")) {
				transport.connect("127.0.0.1", new SilentServer().port(), "shop", "shop");
			}
		});
	}

	private static void consume(Recording recording, String host) {
		for (String protocol : List.of("classic", "consumer")) {
			recording.both("idle: polls Kafka", () -> {
				KafkaConsumer<String, String> consumer = consumer(host, protocol);
				consumer.subscribe(List.of("orders"));
				consumer.poll(Duration.ofHours(1));
			});
			recording.both("messaging: waits for an answer of Kafka", () -> {
				KafkaConsumer<String, String> consumer = consumer(host, protocol);
				consumer.partitionsFor("orders", Duration.ofHours(1));
			});
		}
	}

	private static KafkaConsumer<String, String> consumer(String host, String protocol) {
		return new KafkaConsumer<>(Map.of("bootstrap.servers", host, "group.id", "shop", "group.protocol", protocol),
				new StringDeserializer(), new StringDeserializer());
	}

	private static void produce(Recording recording, String host) {
		recording.both("messaging: waits for metadata of Kafka",
				() -> new KafkaProducer<>(Map.of("bootstrap.servers", host, "max.block.ms", LONG),
						new StringSerializer(), new StringSerializer())
					.send(new ProducerRecord<>("orders", "1")));
		recording.named("idle: waits for events of its channels",
				(name) -> name.startsWith("kafka-producer-network-thread"));
		BufferPool buffers = new BufferPool(1, 1, new Metrics(), Time.SYSTEM, "group");
		recording.both("messaging: waits for space in the buffer of a Kafka producer", () -> {
			buffers.allocate(1, LONG);
			buffers.allocate(1, LONG);
		});
		recording.both("messaging: waits for Kafka to acknowledge",
				() -> new FutureRecordMetadata(new ProduceRequestResult(new TopicPartition("orders", 0)), 0, 0, 0, 0,
						Time.SYSTEM)
					.get());
	}

	private static void jms(Recording recording) throws Exception {
		Connection connection = new ActiveMQConnectionFactory("vm://shop?broker.persistent=false&broker.useJmx=false")
			.createConnection();
		connection.start();
		Session session = connection.createSession();
		recording.both("idle: waits for a message of ActiveMQ",
				() -> session.createConsumer(session.createQueue("orders")).receive());
		Session another = connection.createSession();
		recording.both("idle: waits for a message of ActiveMQ",
				() -> another.createConsumer(another.createQueue("mails")).receive(LONG));
	}

	private static BlockingQueueConsumer consumer() {
		return new BlockingQueueConsumer(new CachingConnectionFactory("127.0.0.1"),
				new DefaultMessagePropertiesConverter(), new ActiveObjectCounter<>(), AcknowledgeMode.AUTO, false, 1,
				"orders");
	}

	private static void artemis(Recording recording, String host) throws Exception {
		recording.both("messaging: waits for an answer of Artemis",
				() -> new org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory(
						"tcp://" + host + "?callTimeout=" + LONG)
					.createConnection());
		EmbeddedActiveMQ server = new EmbeddedActiveMQ();
		server.setConfiguration(new ConfigurationImpl().setPersistenceEnabled(false)
			.setSecurityEnabled(false)
			.addAcceptorConfiguration("inside", "vm://0"));
		server.start();
		Connection connection = new org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory("vm://0")
			.createConnection();
		connection.start();
		for (String queue : List.of("orders", "mails")) {
			Session session = connection.createSession();
			MessageConsumer consumer = session.createConsumer(session.createQueue(queue));
			recording.both("idle: waits for a message of Artemis", consumer::receive);
			Session another = connection.createSession();
			MessageConsumer patient = another.createConsumer(another.createQueue(queue));
			recording.both("idle: waits for a message of Artemis", () -> patient.receive(LONG));
		}
	}

}
