package io.github.gmr;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Where a published report went.
 *
 * @param sequence the number of the report
 * @param deliveries what became of it at each sink
 */
public record Publication(long sequence, List<Delivery> deliveries) {

	public Publication {
		deliveries = List.copyOf(deliveries);
	}

	/**
	 * Return where the report went.
	 * @return a line for each sink
	 */
	public String asText() {
		return this.deliveries.stream()
			.map((delivery) -> delivery.asText(this.sequence) + "\n")
			.collect(Collectors.joining());
	}

	/**
	 * What became of a report at one sink.
	 *
	 * @param sink the name of the sink
	 * @param location where the report is now, {@code null} if the sink does not say
	 * @param error why the sink did not take it, {@code null} if it did
	 */
	public record Delivery(String sink, @Nullable String location, @Nullable String error) {

		/**
		 * Return whether the sink took the report.
		 * @return whether there was no error
		 */
		public boolean isSuccess() {
			return this.error == null;
		}

		/**
		 * Return where the report went.
		 * @param sequence the number of the report
		 * @return one line without its end
		 */
		public String asText(long sequence) {
			String subject = "Guru Meditation Report " + sequence;
			if (this.error != null) {
				return subject + ": sink '" + this.sink + "' failed: " + this.error;
			}
			return subject + " is at " + ((this.location != null) ? this.location : this.sink);
		}

	}

}
