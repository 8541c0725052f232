package io.github.gmr.redact.find;

import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.SecretFinder;

/**
 * Finds the values of secrets that a text assigns by name: {@code --password=x},
 * {@code "token": "x"}, {@code ;pwd=x;}, {@code <secret>x</secret>},
 * {@code Authorization: x}, {@code password 'x'}, {@code name="secret" value="x"}.
 */
final class Assignments implements SecretFinder {

	private final NameRules names;

	Assignments(NameRules names) {
		this.names = names;
	}

	@Override
	public void find(String text, Marks marks) {
		new AssignmentScan(text, this.names, marks).run();
	}

}
