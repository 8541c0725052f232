package io.github.gmr.view;

import java.io.IOException;
import java.io.Writer;

import io.github.gmr.content.Threads;

final class ThreadsText {

	void write(Threads threads, Writer out) throws IOException {
	}

}
