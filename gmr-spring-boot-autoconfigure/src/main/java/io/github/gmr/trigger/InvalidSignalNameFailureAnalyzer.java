package io.github.gmr.trigger;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to write instead of a signal name that cannot be used.
 */
class InvalidSignalNameFailureAnalyzer extends AbstractFailureAnalyzer<InvalidSignalNameException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidSignalNameException cause) {
		return new FailureAnalysis(
				"The property '%s' is '%s', which cannot be used to ask for a Guru Meditation Report. %s"
					.formatted(SignalSettings.NAME, cause.name(), cause.reason()),
				"Remove the property to use USR1, or set it to one of %s. To have no signal at all set '%s=false'."
					.formatted(String.join(", ", SignalName.SENSIBLE), SignalSettings.ENABLED),
				cause);
	}

}
