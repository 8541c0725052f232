package io.github.gmr.hospital;

import java.util.Map;
import java.util.concurrent.Executor;

import io.github.gmr.remote.Remote;
import io.micrometer.observation.ObservationRegistry;
import jakarta.jms.ConnectionFactory;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jms.annotation.EnableJms;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.jms.config.DefaultJmsListenerContainerFactory;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.kafka.test.utils.ContainerTestUtils;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Containers of listeners.
 */
final class Listeners {

	private Listeners() {
	}

	@Sick(value = "all consumers of a JMS listener wait for a server that says nothing, those of another are idle",
			says = { "All 4 listeners", "orders", "Listeners\\$Orders\\.handle\\(Listeners\\.java:\\d+\\)",
					"still for \\d+" })
	@Setup(with = { Orders.class, Mails.class })
	static void jms(JmsTemplate jms) {
		send(jms, 20);
	}

	@Sick(value = "all consumers of a JMS listener wait for a server, on an executor that is a bean",
			says = { "All 4 ", "orderConsumers", "Listeners\\$Orders\\.handle\\(Listeners\\.java:\\d+\\)",
					"still for \\d+" })
	@Setup(with = { Orders.class, Consumers.class })
	static void jmsOnExecutor(JmsTemplate jms) {
		send(jms, 20);
	}

	static void send(JmsTemplate jms, int count) {
		for (int i = 0; i < count; i++) {
			jms.convertAndSend("orders", "order " + i);
		}
	}

	@Sick(value = "all consumers of a Kafka listener wait for a server that says nothing",
			says = { "All 3 Kafka listeners", "orders", "Listeners\\$Parcels\\.handle\\(Listeners\\.java:\\d+\\)",
					"still for \\d+" })
	@Setup(with = Parcels.class)
	static void kafka(KafkaTemplate<String, String> kafka, KafkaListenerEndpointRegistry containers) {
		// Else the first consumer is handed all of it
		ContainerTestUtils.waitForAssignment(containers.getListenerContainer("orders"), 3);
		send(kafka, 30);
	}

	static void send(KafkaTemplate<String, String> kafka, int count) {
		for (int i = 0; i < count; i++) {
			kafka.send("orders", i % 3, "order", "order " + i);
		}
	}

	@Sick(value = "all consumers of a JMS listener wait for a server, on virtual threads",
			says = { "4 ", "orders", "Listeners\\$Orders\\.handle\\(Listeners\\.java:\\d+\\)", "running for \\d+" })
	@Setup(leastJava = 21, with = { Orders.class, Virtual.class })
	static void jmsOnVirtualThreads(JmsTemplate jms) {
		send(jms, 20);
	}

	/**
	 * A broker of JMS within the process.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableJms
	static class Jms {

		@Bean
		ConnectionFactory connectionFactory() {
			return new ActiveMQConnectionFactory("vm://hospital?broker.persistent=false&broker.useJmx=false");
		}

		@Bean
		JmsTemplate jmsTemplate(ConnectionFactory connectionFactory) {
			return new JmsTemplate(connectionFactory);
		}

		@Bean
		DefaultJmsListenerContainerFactory jmsListenerContainerFactory(ConnectionFactory connectionFactory,
				ObservationRegistry observations, @Qualifier("consumers") ObjectProvider<Executor> consumers) {
			DefaultJmsListenerContainerFactory factory = new DefaultJmsListenerContainerFactory();
			factory.setConnectionFactory(connectionFactory);
			factory.setObservationRegistry(observations);
			consumers.ifAvailable(factory::setTaskExecutor);
			return factory;
		}

	}

	/**
	 * Handles orders.
	 */
	@Import(Jms.class)
	static class Orders {

		@JmsListener(id = "orders", destination = "orders", concurrency = "4")
		void handle(String order) throws Exception {
			Remote.ask();
		}

	}

	/**
	 * Handles mails, of which there are none.
	 */
	@Import(Jms.class)
	static class Mails {

		@JmsListener(id = "mails", destination = "mails", concurrency = "3")
		void handle(String mail) throws Exception {
			Remote.ask();
		}

	}

	/**
	 * An executor for consumers.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Consumers {

		@Bean
		@Qualifier("consumers")
		ThreadPoolTaskExecutor orderConsumers() {
			ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
			executor.setCorePoolSize(4);
			return executor;
		}

	}

	/**
	 * A virtual thread for each consumer, as Spring Boot has it for virtual threads.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Virtual {

		@Bean
		@Qualifier("consumers")
		SimpleAsyncTaskExecutor consumers() {
			SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("jms-");
			executor.setVirtualThreads(true);
			return executor;
		}

	}

	/**
	 * A broker of Kafka within the process.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableKafka
	static class Kafka {

		@Bean
		EmbeddedKafkaBroker broker() {
			return new EmbeddedKafkaKraftBroker(1, 3, "orders");
		}

		@Bean
		KafkaTemplate<String, String> kafkaTemplate(EmbeddedKafkaBroker broker) {
			return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
					Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString()),
					new StringSerializer(), new StringSerializer()));
		}

		@Bean
		ConcurrentKafkaListenerContainerFactory<String, String> kafkaListenerContainerFactory(
				EmbeddedKafkaBroker broker) {
			ConcurrentKafkaListenerContainerFactory<String, String> factory = new ConcurrentKafkaListenerContainerFactory<>();
			factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(
					Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString(),
							ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
					new StringDeserializer(), new StringDeserializer()));
			return factory;
		}

	}

	/**
	 * Handles orders of Kafka.
	 */
	@Import(Kafka.class)
	static class Parcels {

		@KafkaListener(id = "orders", topics = "orders", concurrency = "3")
		void handle(String order) throws Exception {
			Remote.ask();
		}

	}

}
