package io.github.gmr.trigger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SignalName}, {@link SignalSettings} and
 * {@link InvalidSignalNameFailureAnalyzer}.
 */
class SignalNameTests {

	@ParameterizedTest
	@CsvSource({ "USR1, USR1", "SIGUSR1, USR1", "usr1, USR1", "sigWinch, WINCH", "' USR1 ', USR1", "URG, URG",
			"CONT, CONT", "IO, IO", "PWR, PWR" })
	void ofAcceptsSensibleNamesInAnyNotation(String name, String expected) {
		assertThat(SignalName.of(name)).isEqualTo(new SignalName(expected));
	}

	@ParameterizedTest
	@ValueSource(strings = { "QUIT", "ILL", "FPE", "KILL", "SEGV", "STOP", "sigkill" })
	void ofWhenJvmKeepsSignalRefusesIt(String name) {
		assertRefused(name, "keeps");
	}

	@ParameterizedTest
	@ValueSource(strings = { "USR2", "BUS", "PIPE", "XFSZ", "SIGUSR2" })
	void ofWhenHotSpotUsesSignalRefusesIt(String name) {
		assertRefused(name, "HotSpot uses SIG");
	}

	@ParameterizedTest
	@ValueSource(strings = { "INT", "TERM", "HUP" })
	void ofWhenSignalEndsTheApplicationRefusesIt(String name) {
		assertRefused(name, "shut down");
	}

	@ParameterizedTest
	@ValueSource(strings = { "XYZ", "", " ", "SIG", "SIGSIGUSR1", "10", "USR1,USR2" })
	void ofWhenThereIsNoSuchSignalRefusesIt(String name) {
		assertRefused(name, "There is no signal of this name");
	}

	@Test
	void fromWhenNothingIsConfiguredIsUsr1() {
		assertThat(SignalSettings.from(new MockEnvironment()).signal()).isEqualTo(new SignalName("USR1"));
	}

	@Test
	void fromWhenNameIsConfiguredIsThatSignal() {
		assertThat(SignalSettings.from(new MockEnvironment().withProperty("gmr.signal.name", "winch")).signal())
			.isEqualTo(new SignalName("WINCH"));
	}

	@Test
	void fromWhenDisabledIsNoneWhateverTheName() {
		MockEnvironment environment = new MockEnvironment().withProperty("gmr.signal.enabled", "false")
			.withProperty("gmr.signal.name", "KILL");
		assertThat(SignalSettings.from(environment).signal()).isNull();
	}

	@Test
	void fromWhenNameIsWrongFails() {
		assertThatExceptionOfType(InvalidSignalNameException.class)
			.isThrownBy(() -> SignalSettings.from(new MockEnvironment().withProperty("gmr.signal.name", "KILL")));
	}

	@Test
	void analyzeTellsWhatToWriteInstead() {
		FailureAnalysis analysis = new InvalidSignalNameFailureAnalyzer()
			.analyze(new IllegalStateException(new InvalidSignalNameException("Usr2", "Because.")));
		assertThat(analysis.getDescription()).isEqualTo("The property 'gmr.signal.name' is 'Usr2', which cannot be "
				+ "used to ask for a Guru Meditation Report. Because.");
		assertThat(analysis.getAction()).isEqualTo("Remove the property to use USR1, or set it to one of "
				+ "USR1, WINCH, URG, CONT, IO, PWR. To have no signal at all set 'gmr.signal.enabled=false'.");
	}

	private static void assertRefused(String name, String reason) {
		assertThatExceptionOfType(InvalidSignalNameException.class).isThrownBy(() -> SignalName.of(name))
			.withMessageStartingWith("'gmr.signal.name' must name a signal that can be used but is '" + name + "'. ")
			.withMessageContaining(reason);
	}

}
