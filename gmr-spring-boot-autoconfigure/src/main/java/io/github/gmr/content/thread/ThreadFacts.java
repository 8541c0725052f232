package io.github.gmr.content.thread;

import java.util.function.UnaryOperator;

/**
 * What is known about a thread apart from its stack and locks.
 */
public sealed interface ThreadFacts permits PlatformThreadFacts, VirtualThreadFacts {

	/**
	 * Return these facts with other names.
	 * @param names returns the name to show for a name
	 * @return the facts
	 */
	ThreadFacts mapNames(UnaryOperator<String> names);

}
