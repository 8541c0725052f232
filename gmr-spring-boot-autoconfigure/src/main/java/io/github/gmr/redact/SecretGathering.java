package io.github.gmr.redact;

import java.util.ArrayList;
import java.util.List;

import io.github.gmr.redact.Sanitizers.Question;
import io.github.gmr.redact.find.SecretSet;
import io.github.gmr.redact.find.Secrets;
import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.SecretFinder;
import org.jspecify.annotations.Nullable;

/**
 * Picks the secrets among names and values.
 */
final class SecretGathering implements SecretSource.Visitor {

	private static final int MAX_LENGTH = 65_600;

	private final Secrets secrets = new Secrets();

	private final List<Question> questions = new ArrayList<>();

	private final NameRules names;

	private final List<SecretFinder> patterns;

	private final Sanitizers sanitizers;

	SecretGathering(NameRules names, List<SecretFinder> patterns, Sanitizers sanitizers) {
		this.names = names;
		this.patterns = patterns;
		this.sanitizers = sanitizers;
	}

	@Override
	public void visit(@Nullable String source, String name, String value, boolean resolved) {
		if (value.length() < SecretSet.MIN_LENGTH || value.length() > MAX_LENGTH) {
			return;
		}
		if (resolved ? this.names.hidesResolved(name, value) : this.names.hides(name, value)) {
			this.secrets.add(value, resolved);
		}
		else if (!this.names.allows(name)) {
			visitParts(value, resolved);
			if (!this.sanitizers.areNone()) {
				this.questions.add(new Question(source, name, value));
			}
		}
	}

	private void visitParts(String value, boolean resolved) {
		try {
			Marks marks = new Marks();
			for (SecretFinder pattern : this.patterns) {
				pattern.find(value, marks);
			}
			marks.forEach((start, end) -> this.secrets.add(value.substring(start, end), resolved));
		}
		catch (RuntimeException | StackOverflowError ex) {
			// A pattern that fails here fails on the report, too, and masks there
		}
	}

	/**
	 * Return what was found, and what the sanitizers of the application mask.
	 * @return the secrets
	 */
	SecretSet secrets() {
		List<String> answers = this.sanitizers.ask(this.questions);
		for (int i = 0; i < answers.size(); i++) {
			if (answers.get(i).equals(Marks.MASK)) {
				this.secrets.add(this.questions.get(i).value(), false);
			}
		}
		return this.secrets.toSet();
	}

}
