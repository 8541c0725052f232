package io.github.gmr.architecture.wrong.redact;

/**
 * Wrong: prints.
 */
public class Printed {

	public void print() {
		System.err.println();
	}

}
