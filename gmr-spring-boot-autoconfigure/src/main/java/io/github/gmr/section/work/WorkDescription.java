package io.github.gmr.section.work;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What some work is, by the name of its observation and by those of its key values that
 * have few values: hosts, queues, tasks. Others may hold anything.
 *
 * @param kind the name of its observation, such as {@code "http.client.requests"}
 * @param target what it is about, such as {@code "payments:8443"}, empty if not known
 * @param details more about it, such as {@code "POST /payments/{id}"}, or empty
 */
record WorkDescription(String kind, String target, String details) {

	/**
	 * Keys the values of which, joined, say where a call goes: of OpenTelemetry, of
	 * Micrometer's clients and of Spring's.
	 */
	private static final List<List<String>> HOSTS = List.of(List.of("server.address", "server.port"),
			List.of("net.peer.name", "net.peer.port"), List.of("target.host", "target.port"), List.of("client.name"));

	/**
	 * Keys the values of which, joined, say what else work is about: of Spring's tasks,
	 * of {@code @Observed}, of brokers, Spring Batch, data sources and gRPC.
	 */
	private static final List<List<String>> SUBJECTS = List.of(List.of("code.namespace", "code.function"),
			List.of("class", "method"), List.of("messaging.destination.name"), List.of("messaging.source.name"),
			List.of("spring.kafka.listener.id"), List.of("spring.rabbit.listener.id"), List.of("spring.batch.job.name"),
			List.of("spring.batch.step.name"), List.of("spring.integration.name"), List.of("jdbc.datasource.name"),
			List.of("jdbc.datasource.pool"), List.of("rpc.service", "rpc.method"));

	/**
	 * What is there before anything is known.
	 */
	private static final List<String> UNKNOWN = List.of("none", "unknown");

	private static final String URL = "http.url";

	/**
	 * The name of a queue or topic of JMS, of which there are many only where they are
	 * temporary.
	 */
	private static final String DESTINATION = "messaging.destination.name";

	/**
	 * The host and port of a URL, which are the only part of it that is looked at.
	 */
	private static final Pattern AUTHORITY = Pattern.compile("[a-z]{1,10}://(?:[^/?#]*@)?([\\w.-]{1,253}:\\d{1,5})\\b");

	/**
	 * Describe some work. Its observation may change meanwhile.
	 * @param context the context of its observation
	 * @return the description
	 */
	static WorkDescription of(Observation.Context context) {
		String kind = Objects.requireNonNullElse(context.getName(), "");
		String host = joined(context, HOSTS, ":");
		if (!host.isEmpty()) {
			return new WorkDescription(kind, withPort(context, host), details(context));
		}
		return new WorkDescription(kind, subject(context), "");
	}

	private static String subject(Observation.Context context) {
		String subject = joined(context, SUBJECTS, ".");
		KeyValue destination = context.getHighCardinalityKeyValue(DESTINATION);
		if (subject.isEmpty() && destination != null) {
			return destination.getValue();
		}
		return subject.isEmpty() ? Objects.requireNonNullElse(context.getContextualName(), "") : subject;
	}

	private static String details(Observation.Context context) {
		return (value(context, "method") + " " + value(context, "uri")).strip();
	}

	/**
	 * Spring's clients say the port in the URL only.
	 */
	private static String withPort(Observation.Context context, String host) {
		KeyValue url = context.getHighCardinalityKeyValue(URL);
		Matcher authority = AUTHORITY.matcher((url != null) ? url.getValue() : "");
		return (authority.lookingAt() && authority.group(1).startsWith(host + ":")) ? authority.group(1) : host;
	}

	/**
	 * Returns the values of the first keys of which all but the last have one.
	 */
	private static String joined(Observation.Context context, List<List<String>> all, String separator) {
		for (List<String> keys : all) {
			String first = value(context, keys.get(0));
			String last = value(context, keys.get(keys.size() - 1));
			if (!first.isEmpty()) {
				return (keys.size() == 1 || last.isEmpty()) ? first : first + separator + last;
			}
		}
		return "";
	}

	/**
	 * Return a value that is one of few.
	 * @param context the context of an observation
	 * @param key its key
	 * @return the value, empty if it is not known
	 */
	static String value(Observation.Context context, String key) {
		@Nullable KeyValue value = context.getLowCardinalityKeyValue(key);
		return (value != null && !UNKNOWN.contains(value.getValue())) ? value.getValue() : "";
	}

	@Override
	public String toString() {
		return String.join(" ", this.kind, this.target, this.details).strip();
	}

}
