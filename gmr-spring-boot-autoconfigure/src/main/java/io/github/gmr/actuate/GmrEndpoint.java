package io.github.gmr.actuate;

import io.github.gmr.engine.ReportRequest;

import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@link Endpoint @Endpoint} that makes a Guru Meditation Report, or one section of it.
 * Reading it has no effect but that the report gets a number; writing it gives a report
 * to the sinks. Safe for use by several threads.
 */
@Endpoint(id = "gmr")
public class GmrEndpoint {

	static final String TEXT = "text/plain;charset=UTF-8";

	static final String JSON = "application/json";

	private static final ReportRequest REQUEST = ReportRequest.of("jmx", "JMX");

	private final ReportReader reader;

	private final boolean showsValues;

	/**
	 * Create the endpoint.
	 * @param reader makes the reports
	 * @param showValues which users may see the values of settings; none is authorized
	 * where there is no user
	 */
	public GmrEndpoint(ReportReader reader, Show showValues) {
		this.reader = reader;
		this.showsValues = showValues.isShown(false);
	}

	/**
	 * Make a whole report.
	 * @return the report as text
	 */
	@ReadOperation(producesFrom = ReportFormat.class)
	public String report() {
		return this.reader.text(REQUEST, this.showsValues);
	}

	/**
	 * Make a report of one section.
	 * @param section the name of the section
	 * @return the section as text, or the names of all sections if there is none of this
	 * name
	 */
	@ReadOperation(producesFrom = ReportFormat.class)
	public String section(@Selector String section) {
		return this.reader.text(section, REQUEST, this.showsValues);
	}

	/**
	 * Make a report and give it to the sinks.
	 * @return where the report went, a line for each sink
	 */
	@WriteOperation(produces = TEXT)
	public String publish() {
		return this.reader.publish(REQUEST).asText();
	}

}
