package io.github.gmr.section.activity;

/**
 * The second half of the catalogue: waits in code of libraries.
 */
final class LibraryWaits {

	/**
	 * The columns are those of {@link JdkWaits}.
	 */
	static final String TABLE = """
			pool            | empty-queue                  | com.zaxxer.hikari.pool.HikariPool.getConnection | waits for a connection of HikariPool
			pool            | condition                    | org.apache.commons.pool2.impl.Generic{,Keyed}ObjectPool.borrowObject | waits for an object of commons-pool2
			pool            | pool                         | org.apache.commons.dbcp2.** | waits for a connection of DBCP2
			pool            | pool                         | redis.clients.jedis.** | waits for a connection of Jedis
			pool            | latch empty-queue            | org.apache.tomcat.jdbc.pool.ConnectionPool.borrowConnection | waits for a connection of the Tomcat JDBC pool
			pool            | condition notification       | com.mchange.v2.resourcepool.BasicResourcePool.* | waits for a connection of c3p0
			pool            | condition future remote      | org.apache.hc.client5.http.impl.classic.InternalExecRuntime.acquireEndpoint org.apache.http.pool.AbstractConnPool.getPoolEntryBlocking | waits for a connection of Apache HttpClient
			database        | socket-read                  | org.postgresql.** | reads from a socket (PostgreSQL)
			database        | socket-read                  | com.mysql.** | reads from a socket (MySQL)
			database        | socket-read                  | org.mariadb.** | reads from a socket (MariaDB)
			database        | socket-read idle             | oracle.net.** | reads from a socket (Oracle)
			database        | socket-read                  | com.microsoft.sqlserver.** | reads from a socket (SQL Server)
			database        | socket-read                  | org.h2.** | reads from a socket (H2)
			database        | notification                 | org.h2.** | waits for a lock in H2
			pool            | condition                    | com.mongodb.internal.connection.ConcurrentPool$StateAndPermits.acquirePermit | waits for a connection of MongoDB
			database        | future                       | com.datastax.** | waits for Cassandra
			database        | latch condition socket-read  | com.mongodb.** | waits for MongoDB
			remote          | future                       | io.lettuce.core.** | waits for Redis (Lettuce)
			remote          | socket-read                  | redis.clients.jedis.** | waits for Redis (Jedis)
			remote          | socket-read                  | org.apache.hc.** org.apache.http.** | waits for an HTTP response (Apache HttpClient)
			remote          | socket-read                  | okhttp3.** | waits for an HTTP response (OkHttp)
			remote          | unknown empty-queue          | io.grpc.stub.** | waits for an answer by gRPC
			future          | unknown                      | com.google.common.util.concurrent.AbstractFuture{,State}.* | waits for a future of Guava
			future          | latch condition              | reactor.core.publisher.** | waits for a reactive result (block)
			idle            | idle future                  | org.apache.kafka.clients.consumer.KafkaConsumer.poll | polls Kafka
			messaging       | idle future                  | org.apache.kafka.clients.consumer.KafkaConsumer.* | waits for an answer of Kafka
			messaging       | notification                 | org.apache.kafka.clients.producer.KafkaProducer.waitOnMetadata | waits for metadata of Kafka
			messaging       | condition                    | org.apache.kafka.clients.producer.internals.BufferPool.allocate | waits for space in the buffer of a Kafka producer
			messaging       | latch                        | org.apache.kafka.clients.producer.internals.FutureRecordMetadata.get | waits for Kafka to acknowledge
			messaging       | notification condition latch | com.rabbitmq.client.** | waits for RabbitMQ
			idle            | socket-read                  | com.rabbitmq.client.impl.AMQConnection$MainLoop.run | waits for frames of RabbitMQ
			messaging       | latch notification condition empty-queue | org.apache.activemq.ActiveMQConnection.* | waits for an answer of ActiveMQ
			idle            | notification                 | org.apache.activemq.ActiveMQMessageConsumer.receive | waits for a message of ActiveMQ
			idle            | empty-queue                  | org.springframework.amqp.rabbit.listener.BlockingQueueConsumer.nextMessage | waits for a message of RabbitMQ
			messaging       | latch condition              | org.apache.activemq.artemis.** | waits for an answer of Artemis
			idle            | notification                 | org.apache.activemq.artemis.core.client.impl.ClientConsumerImpl.receive | waits for a message of Artemis
			mail            | socket-read                  | org.eclipse.angus.mail.** com.sun.mail.** | waits for a mail server
			idle            | running                      | io.netty.channel.epoll.Native.* | waits for events of its channels
			idle            | sleep                        | org.apache.catalina.core.StandardServer.await | waits for the end of the server
			idle            | lock                         | org.apache.tomcat.util.threads.LimitLatch.countUpOrAwait | waits for room for a connection
			idle            | empty-queue                  | org.apache.tomcat.util.threads.ThreadPoolExecutor.getTask | waits for a task
			socket-read     | notification                 | org.apache.tomcat.util.net.NioEndpoint$NioSocketWrapper.fillReadBuffer | reads a request from its client
			socket-write    | notification                 | org.apache.tomcat.util.net.NioEndpoint$NioSocketWrapper.doWrite | writes a response to its client
			idle            | condition                    | org.eclipse.jetty.util.thread.QueuedThreadPool$Runner.idleJobPoll | waits for a task
			idle            | condition                    | org.eclipse.jetty.util.thread.QueuedThreadPool.join | waits for the end of the server
			idle            | unknown                      | org.jboss.threads.EnhancedQueueExecutor$ThreadBody.run | waits for a task
			idle            | notification                 | org.quartz.simpl.SimpleThreadPool$WorkerThread.run com.mchange.v2.async.ThreadPoolAsynchronousRunner$PoolThread.run | waits for a task
			idle            | notification                 | org.quartz.core.QuartzSchedulerThread.run | waits for the next trigger
			idle            | empty-queue                  | ch.qos.logback.core.AsyncAppenderBase$Worker.run | waits for something to log
			log             | full-queue                   | ch.qos.logback.core.AsyncAppenderBase.* | waits for space in the queue of an AsyncAppender
			log             | lock                         | ch.qos.logback.core.OutputStreamAppender.* | waits for a log appender
			idle            | empty-queue                  | io.netty.util.concurrent.SingleThreadEventExecutor.takeTask io.netty.util.concurrent.GlobalEventExecutor.takeTask | waits for a task
			idle            | sleep                        | io.netty.util.HashedWheelTimer$Worker.waitForNextTick | waits for a task that is due
			future          | notification                 | io.netty.util.concurrent.DefaultPromise.{await,await0,awaitUninterruptibly,sync,get} | waits for a future of Netty
			socket-read     | idle                         | org.xnio.nio.NioSocketConduit.awaitReadable | reads a request from its client
			socket-write    | idle                         | org.xnio.nio.NioSocketConduit.awaitWritable | writes a response to its client
			socket-read     | unknown lock condition       | org.eclipse.jetty.io.content.ContentSourceInputStream.* | reads a request from its client
			socket-write    | unknown lock condition       | org.eclipse.jetty.io.content.ContentSinkOutputStream.* | writes a response to its client
			semaphore       | notification condition       | org.springframework.util.ConcurrencyThrottleSupport.beforeAccess | waits for others, as a limit of Spring is reached
			sleep           | unknown                      | io.github.resilience4j.ratelimiter.** | waits until a limit of its rate lets it go on (Resilience4j)
			sleep           | sleep                        | com.google.common.util.concurrent.RateLimiter.* | waits until a limit of its rate lets it go on (Guava)
			future          | unknown                      | kotlinx.coroutines.** | waits for a coroutine
			idle            | unknown                      | kotlinx.coroutines.scheduling.CoroutineScheduler$Worker.* | waits for a task
			idle            | unknown                      | kotlinx.coroutines.DefaultExecutor.* | waits for a task that is due
			log             | full-queue                   | org.apache.logging.log4j.core.appender.AsyncAppender.* | waits for space in the queue of an AsyncAppender
			log             | monitor lock                 | org.apache.logging.log4j.core.appender.** | waits for a log appender
			log             | monitor lock                 | java.util.logging.** | waits for a log handler
			full-queue      | unknown                      | com.lmax.disruptor.{Multi,Single}ProducerSequencer.* | waits for space in a ring of the Disruptor
			idle            | notification condition unknown | com.lmax.disruptor.BatchEventProcessor.run | waits for an event of the Disruptor
			remote          | notification                 | org.apache.zookeeper.ClientCnxn.submitRequest | waits for ZooKeeper
			messaging       | notification                 | org.eclipse.paho.client.mqttv3.internal.Token.* | waits for a broker of MQTT
			remote          | condition                    | org.apache.hc.core5.concurrent.BasicFuture.get | waits for an HTTP response (Apache HttpClient)
			remote          | unknown                      | org.springframework.http.client.SubscriberInputStream.* | waits for the rest of an HTTP response (Reactor Netty)
			idle            | empty-queue                  | org.apache.logging.log4j.core.appender.AsyncAppenderEventDispatcher.* | waits for something to log
			""";

	private LibraryWaits() {
	}

}
