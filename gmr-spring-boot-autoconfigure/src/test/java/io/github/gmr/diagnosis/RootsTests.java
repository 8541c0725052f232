package io.github.gmr.diagnosis;

import java.util.List;
import java.util.function.Function;

import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Impact;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Roots}.
 */
class RootsTests {

	private static final Finding REQUESTS = Content.warning("requests are slow").threads(List.of(1L, 2L, 3L));

	private static final Finding POOL = Content.critical("the pool is exhausted")
		.threads(List.of(1L, 2L, 3L))
		.holders(List.of(7L, 8L, 9L));

	private static final Finding DEADLOCK = Content.critical("threads are deadlocked")
		.threads(List.of(7L, 8L))
		.holders(List.of(7L, 8L));

	private static final Finding END = Content.critical("they wait for the bank")
		.threads(List.of(1L, 2L, 3L))
		.holders(List.of(7L, 8L, 9L))
		.impact(new Impact(6, 7, "running requests"));

	@Test
	void treeWhenThreadsWaitForAPoolPutsThemUnderIt() {
		assertThat(tree(POOL, REQUESTS)).containsExactly("the pool is exhausted <- [requests are slow <- []]");
	}

	@Test
	void treeWhenHoldersOfAPoolAreDeadlockedPutsAllUnderTheDeadlock() {
		assertThat(tree(POOL, DEADLOCK, REQUESTS))
			.containsExactly("threads are deadlocked <- [the pool is exhausted <- [], requests are slow <- []]");
	}

	@Test
	void treeWhenOnlyOneHolderOfThreeSuffersKeepsBoth() {
		Finding lock = Content.warning("a lock is contended").threads(List.of(7L, 20L)).holders(List.of(30L));
		assertThat(tree(POOL, lock)).hasSize(2);
	}

	@Test
	void treeWhenSomeRequestsStandElsewhereKeepsBoth() {
		Finding others = Content.warning("requests are slow").threads(List.of(1L, 2L, 40L));
		assertThat(tree(POOL, others)).hasSize(2);
	}

	@Test
	void treeWhenFindingsAreKnownByTheSameThreadsOnlyPutsThemUnderTheWorse() {
		Finding stuck = Content.critical("threads are stuck").threads(List.of(1L, 2L, 3L, 4L));
		assertThat(tree(stuck, REQUESTS)).containsExactly("threads are stuck <- [requests are slow <- []]");
	}

	@Test
	void treeWhenNoneOfTheFindingsIsWorseKeepsBoth() {
		Finding others = Content.warning("others are slow").threads(List.of(1L, 2L, 3L, 4L));
		assertThat(tree(others, REQUESTS)).hasSize(2);
	}

	@Test
	void treeWhenFindingsExplainEachOtherKeepsOneOfThemAtTheTop() {
		Finding one = Content.warning("one").threads(List.of(1L)).holders(List.of(2L));
		Finding two = Content.warning("two").threads(List.of(2L)).holders(List.of(1L));
		assertThat(tree(one, two)).containsExactly("two <- [one <- []]");
	}

	@Test
	void treeWhenWaitsWereFollowedPutsAllOnTheirWayUnderTheEnd() {
		Finding standing = Content.warning("threads stand still").threads(List.of(7L, 8L, 9L));
		assertThat(tree(POOL, standing, REQUESTS, END)).containsExactly(
				"they wait for the bank <- [the pool is exhausted <- [], threads stand still <- [], requests are slow <- []]");
	}

	@Test
	void treeWhenTheEndIsADeadlockPutsWhatWasFollowedUnderIt() {
		Finding end = END.holders(List.of(7L, 8L));
		assertThat(tree(end, DEADLOCK)).containsExactly("threads are deadlocked <- [they wait for the bank <- []]");
	}

	@Test
	void treeWhenThereWasNoWayToFollowPutsItUnderWhatNamesTheSame() {
		Finding end = END.threads(List.of()).holders(List.of(1L, 2L, 3L));
		assertThat(tree(end, REQUESTS)).containsExactly("requests are slow <- [they wait for the bank <- []]");
	}

	@Test
	void treeWhenWhatWasFollowedHasOtherThreadsKeepsBoth() {
		Finding other = Content.warning("others stand still").threads(List.of(20L, 21L));
		assertThat(tree(other, END)).hasSize(2);
	}

	@Test
	void treeWhenCollectionsAreAskedForPutsTheirTimeUnderThat() {
		Finding time = Content.warning("collections take long").id("garbage-collections-long");
		Finding calls = Content.info("collections are asked for").id("explicit-gc");
		assertThat(tree(time, calls)).containsExactly("collections are asked for <- [collections take long <- []]");
	}

	@Test
	void treeWhenFindingsHaveNoThreadsKeepsTheirOrder() {
		assertThat(tree(Content.warning("a"), Content.info("b"))).containsExactly("a <- []", "b <- []");
	}

	private static List<String> tree(Finding... findings) {
		List<Node> all = List.of(findings).stream().map((finding) -> new Node(finding, List.of())).toList();
		Function<Node, Finding> finding = Node::finding;
		return new Roots<>(all, finding).tree((node, consequences) -> new Node(node.finding(), consequences))
			.stream()
			.map(Node::toString)
			.toList();
	}

	private record Node(Finding finding, List<Node> consequences) {

		@Override
		public String toString() {
			return this.finding.summary() + " <- " + this.consequences;
		}

	}

}
