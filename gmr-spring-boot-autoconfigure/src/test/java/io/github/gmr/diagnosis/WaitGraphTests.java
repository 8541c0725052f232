package io.github.gmr.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WaitGraph}.
 */
class WaitGraphTests {

	private final WaitGraph<String> graph = new WaitGraph<>();

	@Test
	void endsWhenNothingWaitsIsWhereTheWorkIs() {
		this.graph.addWork("a", 3);
		assertThat(ends()).containsExactly("[a] 3.00");
	}

	@Test
	void endsWhenOneWaitsForAnotherThatWaitsIsTheLast() {
		wait("requests", "pool", "holders", "bank");
		this.graph.addWork("requests", 174);
		this.graph.addWork("holders", 10);
		assertThat(ends()).containsExactly("[bank] 184.00");
	}

	@Test
	void endsWhenHoldersStandAtDifferentPlacesAreAllOfThem() {
		wait("requests", "pool", "bank");
		wait("pool", "lock");
		this.graph.addWork("requests", 10);
		this.graph.addWork("bank", 1);
		assertThat(ends()).containsExactly("[bank] 6.00", "[lock] 5.00");
	}

	@Test
	void endsWhenAllWaitForEachOtherIsTheCircle() {
		wait("behind", "a", "b", "a");
		this.graph.addWork("behind", 4);
		this.graph.addWork("b", 1);
		assertThat(ends()).containsExactly("[a, b] 5.00");
	}

	@Test
	void endsWhenCirclesAreApartAreSeveral() {
		wait("a", "b", "a");
		wait("c", "d", "c");
		this.graph.addWork("a", 1);
		this.graph.addWork("c", 2);
		assertThat(ends()).containsExactly("[c, d] 2.00", "[a, b] 1.00");
	}

	@Test
	void endsWhenOneOfTheCircleGoesOnIsWhereThatGoes() {
		wait("nested", "pool", "nested");
		wait("pool", "bank");
		this.graph.addWork("nested", 9);
		assertThat(ends()).containsExactly("[bank] 9.00");
	}

	@Test
	void endsWhenTheChainIsLongIsItsEnd() {
		for (int i = 0; i < 50; i++) {
			wait("link " + i, "link " + (i + 1));
		}
		this.graph.addWork("link 0", 1);
		assertThat(ends()).containsExactly("[link 50] 1.00");
	}

	@Test
	void waitingForIsAllOnTheWayTheNearestFirst() {
		wait("requests", "pool", "bank");
		wait("others", "bank");
		wait("bank", "further");
		assertThat(this.graph.waitingFor(List.of("bank"))).containsExactly("bank", "pool", "others", "requests");
	}

	private void wait(String... chain) {
		for (int i = 1; i < chain.length; i++) {
			this.graph.add(chain[i - 1], chain[i]);
		}
	}

	private List<String> ends() {
		return this.graph.ends()
			.stream()
			.map((end) -> String.format(Locale.ROOT, "%s %.2f", new TreeSet<>(end.nodes()), end.work()))
			.toList();
	}

}
