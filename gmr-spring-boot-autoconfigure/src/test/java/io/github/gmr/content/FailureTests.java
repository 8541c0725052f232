package io.github.gmr.content;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Failure}.
 */
class FailureTests {

	@Test
	void ofTellsClassMessageStackAndCause() {
		Failure failure = Failure.of(new IllegalStateException("outer", new IOException("inner")));
		assertThat(failure.error()).isEqualTo("java.lang.IllegalStateException");
		assertThat(failure.message()).isEqualTo("outer");
		assertThat(failure.stack()).hasSizeBetween(1, 21);
		assertThat(failure.stack().get(0)).contains("ofTellsClassMessageStackAndCause(FailureTests.java:");
		assertThat(failure.cause().error()).isEqualTo("java.io.IOException");
		assertThat(failure.cause().cause()).isNull();
	}

	@Test
	void ofWhenStackIsDeepKeepsTopmostFrames() {
		Failure failure = Failure.of(deep(50));
		assertThat(failure.stack()).hasSize(21);
		assertThat(failure.stack().get(0)).contains("FailureTests.deep(");
		assertThat(failure.stack().get(20)).matches("\\.\\.\\. \\d+ more");
		assertThat(failure.lines().get(0)).startsWith("at ");
		assertThat(failure.lines().get(20)).startsWith("... ");
	}

	@Test
	void ofWhenThereAreManyCausesKeepsTheLastAndCountsTheOthers() {
		Exception exception = new Exception("the root of it");
		for (int i = 0; i < 9; i++) {
			exception = new Exception("wrapped " + i, exception);
		}
		Failure failure = Failure.of(exception);
		while (failure.cause().cause() != null) {
			failure = failure.cause();
		}
		assertThat(failure.cause().message()).isEqualTo("the root of it");
		assertThat(failure.message()).isEqualTo("wrapped 3");
		assertThat(failure.lines()).last().isEqualTo("... 3 more causes, the last is");
	}

	@Test
	void ofCountsFramesThatCauseAndEffectHaveBoth() {
		Failure failure = Failure.of(new Exception("effect", deep(3)));
		assertThat(failure.cause().lines()).filteredOn((line) -> line.contains("FailureTests.deep(")).hasSize(4);
		assertThat(failure.cause().stack()).hasSizeBetween(5, 6).last().asString().matches("\\.\\.\\. \\d+ more");
	}

	@Test
	void ofWhenCausesFormCycleStops() {
		Exception first = new Exception("first");
		first.initCause(new Exception("second", first));
		int causes = 0;
		for (Failure cause = Failure.of(first).cause(); cause != null; cause = cause.cause()) {
			causes++;
		}
		assertThat(causes).isEqualTo(6);
	}

	@Test
	void ofWhenThrowableFailsLeavesOutWhatItFailsToTell() {
		Failure failure = Failure.of(new FailingException());
		assertThat(failure).isEqualTo(new Failure(FailingException.class.getName(), null, List.of(), null));
	}

	@Test
	void ofWhenStackHasHolesLeavesItOut() {
		assertThat(Failure.of(new HollowException()).stack()).isEmpty();
	}

	@Test
	void timedOutTellsLimitAndWholeStack() {
		Failure failure = Failure.timedOut(Duration.ofSeconds(2), List.of(deep(50).getStackTrace()));
		assertThat(failure.error()).isEqualTo("timed out");
		assertThat(failure.message()).isEqualTo("no answer within 2000 ms");
		assertThat(failure.stack()).hasSizeGreaterThan(50);
	}

	private static Exception deep(int depth) {
		return (depth > 0) ? deep(depth - 1) : new Exception();
	}

	private static final class FailingException extends Exception {

		@Override
		public String getMessage() {
			throw new IllegalStateException();
		}

		@Override
		public StackTraceElement[] getStackTrace() {
			throw new NoClassDefFoundError();
		}

		@Override
		public synchronized Throwable getCause() {
			return Sneaky.<Throwable, RuntimeException>sneak(new IOException());
		}

	}

	private static final class HollowException extends Exception {

		@Override
		public StackTraceElement[] getStackTrace() {
			return new StackTraceElement[2];
		}

	}

}
