package io.github.gmr.sick;

import java.util.concurrent.atomic.AtomicReference;

import jnr.constants.platform.Signal;
import jnr.posix.SignalHandler;
import jnr.posix.util.SunMiscSignal;

/**
 * A handler of another library, which calls the one that the signal had before it.
 */
final class ForeignHandler {

	private ForeignHandler() {
	}

	static void install() {
		AtomicReference<SignalHandler> previous = new AtomicReference<>();
		previous.set(SunMiscSignal.signal(Signal.SIGUSR1, (number) -> {
			System.out.println("foreign handler");
			SignalHandler before = previous.get();
			if (before != null) {
				before.handle(number);
			}
		}));
	}

}
