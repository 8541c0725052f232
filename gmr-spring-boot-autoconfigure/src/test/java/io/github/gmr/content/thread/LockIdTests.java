package io.github.gmr.content.thread;

import io.github.gmr.content.thread.ThreadLock.Relation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LockId}.
 */
class LockIdTests {

	@Test
	void hexHasSixteenDigits() {
		assertThat(new LockId("A", 0x1b2c6cd2).hex()).isEqualTo("0x000000001b2c6cd2");
		assertThat(new LockId("A", 0).hex()).isEqualTo("0x0000000000000000");
		assertThat(new LockId("A", -1).hex()).isEqualTo("0x00000000ffffffff");
	}

	@Test
	void idIsWhatTellsLocksApart() {
		LockId id = new ThreadLock(Relation.LOCKED, 3, "com.acme.Orders", 0xa, null).id();
		assertThat(id).isEqualTo(new ThreadLock(Relation.WAITING_ON, 0, "com.acme.Orders", 0xa, null).id())
			.isNotEqualTo(new LockId("com.acme.Orders", 0xb))
			.isNotEqualTo(new LockId("com.acme.Mail", 0xa))
			.hasToString("<0x000000000000000a> (a com.acme.Orders)");
	}

}
