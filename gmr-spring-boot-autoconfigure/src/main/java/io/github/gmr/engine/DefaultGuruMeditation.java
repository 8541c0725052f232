package io.github.gmr.engine;

import io.github.gmr.GuruMeditation;
import io.github.gmr.Publication;
import io.github.gmr.redact.Audience;
import io.github.gmr.redact.RedactedReport;

/**
 * Default {@link GuruMeditation}, which asks the {@link ReportEngine}.
 *
 * @param engine the engine
 * @param audience the audience of the reports that {@link #generate()} makes
 */
record DefaultGuruMeditation(ReportEngine engine, Audience audience) implements GuruMeditation {

	private static final String API = "api";

	@Override
	public RedactedReport generate() {
		return this.engine.generate(ReportRequest.of(API, API), this.audience);
	}

	@Override
	public Publication publish(String reason) {
		return this.engine.publish(ReportRequest.of(API, reason));
	}

	@Override
	public Publication publish(String reason, Throwable cause) {
		return this.engine.publish(new ReportRequest(API, reason, 1, cause));
	}

}
