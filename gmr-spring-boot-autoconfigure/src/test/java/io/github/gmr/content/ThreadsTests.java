package io.github.gmr.content;

import java.util.List;
import java.util.Map;

import io.github.gmr.content.Threads.Kind;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.content.thread.ThreadLock.Owner;
import io.github.gmr.content.thread.ThreadLock.Relation;
import io.github.gmr.content.thread.VirtualThreadFacts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Threads}.
 */
class ThreadsTests {

	@Test
	void mapNamesWhenNamesStandAnywhereMapsAllOfThem() {
		Threads threads = threads("secret").mapNames((name) -> name.replace("secret", "******"));
		assertThat(threads).isEqualTo(threads("******"));
		assertThat(threads.toString()).doesNotContain("secret");
	}

	@Test
	void mapNamesWhenFramesAndClassesLookLikeNamesKeepsThem() {
		ThreadLock lock = new ThreadLock(Relation.LOCKED, 0, "com.acme.Secret", 1, null);
		StackGroup group = new StackGroup("RUNNABLE", 1,
				List.of(new ThreadEntry(1, "x", new VirtualThreadFacts(null, null), List.of(lock))),
				List.of("com.acme.Secret.run(Secret.java:1)"), false);
		Threads threads = new Threads(Kind.VIRTUAL, "Secret VM", Content.fields((fields) -> {
		}), List.of(group), 0);
		assertThat(threads.mapNames((name) -> name.replace("Secret", "******"))).isEqualTo(threads);
	}

	@Test
	void mapNamesWhenNamesBecomeEqualKeepsAllValues() {
		Fields summary = Content.fields((fields) -> fields.add("secret-1", 1).add("secret-2", 2));
		Threads threads = new Threads(Kind.VIRTUAL, "VM", summary, List.of(), 0).mapNames((name) -> "******");
		assertThat(threads.summary().values()).containsExactly(Map.entry("******", new Value(1)),
				Map.entry("****** (2)", new Value(2)));
	}

	@Test
	void createGroupWhenItHasMoreThreadsThanItsSizeFails() {
		ThreadEntry thread = new ThreadEntry(1, "x", new VirtualThreadFacts(null, null), List.of());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new StackGroup("RUNNABLE", 1, List.of(thread, thread), List.of(), false))
			.withMessage("'threads' must have 1 to 1 elements but has 2");
	}

	private static Threads threads(String name) {
		ThreadLock lock = new ThreadLock(Relation.WAITING_TO_LOCK, 0, "com.acme.Orders", 1, new Owner(2, name));
		ThreadEntry thread = new ThreadEntry(1, name, new VirtualThreadFacts(3L, name), List.of(lock));
		Fields summary = Content.fields((fields) -> fields.add(Content.critical("Deadlock of " + name).next("Threads"))
			.add("left out", name)
			.add("containers", (containers) -> containers.add(name, 1))
			.add("largest", List.of(name)));
		return new Threads(Kind.VIRTUAL, "VM", summary,
				List.of(new StackGroup("BLOCKED", 1, List.of(thread), List.of("a.B.c(B.java:1)"), false)), 0);
	}

}
