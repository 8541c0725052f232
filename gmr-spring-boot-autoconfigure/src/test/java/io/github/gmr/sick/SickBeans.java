package io.github.gmr.sick;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.security.KeyStore;
import java.sql.Connection;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.github.gmr.process.ClassPath;
import io.github.gmr.process.Patient;
import io.github.gmr.process.PatientBuilder;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/**
 * An application of which some beans of each kind hang or throw whatever they are asked,
 * once it is told to on stdin, beside others that are well.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
public class SickBeans {

	private static final Duration HOUR = Duration.ofHours(1);

	private static volatile boolean sick;

	public static void main(String[] args) throws IOException {
		SpringApplication.run(SickBeans.class, args);
		System.out.println("ready");
		BufferedReader stdin = new BufferedReader(new InputStreamReader(System.in));
		for (String line = stdin.readLine(); line != null; line = stdin.readLine()) {
			sick = line.equals("fall sick");
			System.out.println("done: " + line);
		}
		System.exit(0);
	}

	/**
	 * Prepare to run this application with all that is optional.
	 * @param arguments the arguments
	 * @return a builder
	 */
	static PatientBuilder patient(String... arguments) {
		return Patient.main(SickBeans.class, ClassPath.ofTest())
			.jvm(PatientBuilder.SHORT_LIVED)
			.arguments("--spring.main.web-application-type=servlet", "--server.address=127.0.0.1", "--server.port=0",
					"--gmr.section.metrics.include=*.well,*.sick*", "--gmr.section.log.enabled=true")
			.arguments(arguments);
	}

	/**
	 * Hang once the application is sick, and take no notice of interrupts.
	 */
	private static void hang() {
		if (sick) {
			Locks.waitForEver();
		}
	}

	private static void fail() {
		if (sick) {
			throw new IllegalStateException("out of order");
		}
	}

	@Bean
	ThreadPoolTaskExecutor wellExecutor() {
		return new ThreadPoolTaskExecutor();
	}

	@Bean
	ThreadPoolTaskExecutor hangingExecutor() {
		return new ThreadPoolTaskExecutor() {

			@Override
			public ThreadPoolExecutor getThreadPoolExecutor() {
				hang();
				return super.getThreadPoolExecutor();
			}

		};
	}

	@Bean
	ThreadPoolExecutor throwingExecutor() {
		return new RefusingExecutor();
	}

	@Bean
	@Primary
	DataSource wellSource() {
		HikariDataSource dataSource = new HikariDataSource();
		dataSource.setMaximumPoolSize(7);
		return dataSource;
	}

	@Bean
	DataSource hangingSource() {
		return new HangingSource();
	}

	@Bean
	DataSource throwingSource() {
		return new HikariDataSource() {

			@Override
			public HikariPoolMXBean getHikariPoolMXBean() {
				fail();
				return super.getHikariPoolMXBean();
			}

		};
	}

	@Bean
	MeterBinder meters() {
		return (registry) -> {
			registry.counter("meter.well").increment(7);
			FunctionCounter.builder("meter.sick.hanging", "", (any) -> {
				hang();
				return 1;
			}).register(registry);
			FunctionCounter.builder("meter.sick.throwing", "", (any) -> {
				fail();
				return 1;
			}).register(registry);
		};
	}

	@Bean
	SchedulingConfigurer tasks() {
		return (registrar) -> {
			registrar.addFixedDelayTask(new FixedDelayTask(new Named(SickBeans::hang), HOUR, HOUR));
			registrar.addFixedDelayTask(new FixedDelayTask(new Named(SickBeans::fail), HOUR, HOUR));
		};
	}

	@Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT1H")
	void wellTask() {
	}

	@Bean
	ScheduledTaskHolder hangingHolder() {
		return new ScheduledTaskHolder() {

			@Override
			public Set<ScheduledTask> getScheduledTasks() {
				hang();
				return Set.of();
			}

		};
	}

	@Bean
	SslBundleRegistrar bundles() {
		return (registry) -> {
			registry.registerBundle("well", SslBundle.of(new Stores(() -> {
			})));
			registry.registerBundle("hanging", SslBundle.of(new Stores(SickBeans::hang)));
			registry.registerBundle("throwing", SslBundle.of(new Stores(SickBeans::fail)));
		};
	}

	@Bean
	ApplicationAvailability availability() {
		return new ApplicationAvailabilityBean() {

			@Override
			public <S extends AvailabilityState> AvailabilityChangeEvent<S> getLastChangeEvent(Class<S> type) {
				if (type == ReadinessState.class) {
					hang();
				}
				return super.getLastChangeEvent(type);
			}

		};
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> server() {
		return (factory) -> factory.addConnectorCustomizers((connector) -> connector.getProtocolHandler()
			.setExecutor(new ThreadPoolExecutor(5, 5, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>()) {

				@Override
				public int getActiveCount() {
					hang();
					return super.getActiveCount();
				}

			}));
	}

	/**
	 * A pool that takes no other handler, and later nothing at all.
	 */
	private static final class RefusingExecutor extends ThreadPoolExecutor {

		private RefusingExecutor() {
			super(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
		}

		@Override
		public void setRejectedExecutionHandler(RejectedExecutionHandler handler) {
			throw new UnsupportedOperationException("mine");
		}

		@Override
		public BlockingQueue<Runnable> getQueue() {
			fail();
			return super.getQueue();
		}

	}

	/**
	 * A data source without a pool, which must be asked for that.
	 */
	private static final class HangingSource extends AbstractDataSource {

		@Override
		public boolean isWrapperFor(Class<?> type) {
			hang();
			return false;
		}

		@Override
		public Connection getConnection() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Connection getConnection(String user, String password) {
			throw new UnsupportedOperationException();
		}

	}

	/**
	 * Says its name, unless it is sick.
	 */
	private record Named(Runnable sickness) implements Runnable {

		@Override
		public void run() {
		}

		@Override
		public String toString() {
			this.sickness.run();
			return "named";
		}

	}

	/**
	 * Stores without certificates.
	 */
	private record Stores(Runnable sickness) implements SslStoreBundle {

		@Override
		public KeyStore getKeyStore() {
			this.sickness.run();
			return null;
		}

		@Override
		public String getKeyStorePassword() {
			return null;
		}

		@Override
		public KeyStore getTrustStore() {
			return null;
		}

	}

}
