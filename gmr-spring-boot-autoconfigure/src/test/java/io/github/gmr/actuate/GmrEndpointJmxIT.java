package io.github.gmr.actuate;

import java.lang.management.ManagementFactory;

import javax.management.JMException;
import javax.management.ObjectName;

import io.github.gmr.process.ClassPath;
import io.github.gmr.process.Patient;
import io.github.gmr.process.PatientBuilder;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks over JMX for the report of an application that has Actuator and nothing of the
 * web.
 */
class GmrEndpointJmxIT {

	private static final ClassPath WITHOUT_WEB = ClassPath.ofTest()
		.without("spring-web", "spring-boot-web", "spring-boot-http", "spring-boot-tomcat", "spring-boot-servlet",
				"spring-boot-reactor", "spring-boot-netty", "tomcat-", "jakarta.servlet", "reactor-", "netty-");

	@Test
	void reportWhenApplicationHasNothingOfTheWebIsWhole() {
		try (Patient patient = Patient.main(Application.class, WITHOUT_WEB)
			.jvm(PatientBuilder.PATIENCE)
			.jvm(PatientBuilder.SHORT_LIVED)
			.arguments("--spring.jmx.enabled=true", "--management.endpoints.jmx.exposure.include=gmr",
					"--management.endpoints.web.exposure.include=gmr")
			.start()) {
			assertThat(patient.awaitExit()).as(patient.stderr()).isZero();
			assertThat(patient.stdout()).contains("\nspring-web is there: false\n", "\ntrigger = JMX\n",
					"End of Guru Meditation", "There is no such section. The sections are:\nfindings\n",
					"\nGuru Meditation Report 2 is at ");
		}
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
	static class Application {

		public static void main(String[] args) throws JMException {
			try (ConfigurableApplicationContext context = SpringApplication.run(Application.class, args)) {
				System.out.println("\nspring-web is there: "
						+ ClassUtils.isPresent("org.springframework.http.MediaType", context.getClassLoader()));
				System.out.println(invoke("report"));
				System.out.println(invoke("section", "unknown"));
				System.out.println(invoke("publish"));
			}
		}

		private static Object invoke(String operation, String... arguments) throws JMException {
			return ManagementFactory.getPlatformMBeanServer()
				.invoke(new ObjectName("org.springframework.boot:type=Endpoint,name=Gmr"), operation, arguments,
						(arguments.length == 0) ? new String[0] : new String[] { String.class.getName() });
		}

	}

}
