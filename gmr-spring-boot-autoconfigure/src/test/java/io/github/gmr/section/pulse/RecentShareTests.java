package io.github.gmr.section.pulse;

import io.github.gmr.content.text.Share;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RecentShare}.
 */
class RecentShareTests {

	private final RecentShare recent = new RecentShare(100);

	@Test
	void measureWhenFirstIsSinceTheBeginning() {
		assertThat(this.recent.measure(5, 50)).isEqualTo(new Share(5, 50));
	}

	@Test
	void measureWhenWholeHasGrownEnoughBeginsAnew() {
		this.recent.measure(10, 100);
		assertThat(this.recent.measure(15, 120)).isEqualTo(new Share(5, 20));
	}

	@Test
	void measureWhenWholeHasGrownLittleSharesTheBeginning() {
		this.recent.measure(10, 99);
		assertThat(this.recent.measure(15, 120)).isEqualTo(new Share(15, 120));
	}

	@Test
	void measureWhenWholeHasFallenIsSinceTheNewBeginning() {
		this.recent.measure(10, 100);
		assertThat(this.recent.measure(1, 20)).isEqualTo(new Share(1, 20));
	}

}
