package io.github.gmr.sickness;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * A small shop that obeys on stdin line by line: {@code begin sick pool-exhausted} begins
 * a {@link Condition}, {@code end sick pool-exhausted} ends it. With
 * {@code clinic.waits=true} it does not become ready before it has read a line.
 */
@SpringBootApplication
@EnableScheduling
class Clinic {

	/**
	 * Takes no lock that a condition may hold.
	 */
	private static final PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true);

	private static final BufferedReader stdin = new BufferedReader(new InputStreamReader(System.in));

	public static void main(String[] args) throws Exception {
		ConfigurableApplicationContext context = SpringApplication.run(Clinic.class, args);
		answers.println("ready");
		try {
			for (String line = stdin.readLine(); line != null; line = stdin.readLine()) {
				obey(context, line.split(" ", 2));
				answers.println("done: " + line);
			}
		}
		catch (Exception ex) {
			ex.printStackTrace();
		}
		// Whatever has begun may not end
		Runtime.getRuntime().halt(1);
	}

	private static void obey(ConfigurableApplicationContext context, String[] words) throws Exception {
		Condition condition = context.getBean(words[1], Condition.class);
		if (words[0].equals("begin")) {
			condition.begin();
		}
		else {
			condition.end();
		}
	}

	@Bean
	InitializingBean waitingRoom(Environment environment) {
		return () -> {
			if (environment.getProperty("clinic.waits", Boolean.class, false)) {
				answers.println("waiting");
				awaitLine();
			}
		};
	}

	private static void awaitLine() throws IOException {
		stdin.readLine();
	}

}
