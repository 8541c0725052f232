package io.github.gmr.redact.mention;

import java.util.Locale;

import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.name.Shape;
import io.github.gmr.redact.text.Prose;

/**
 * Judges words and quotations that may be the value of a secret, by what it is called and
 * how they are linked to its name.
 *
 * @param mention the words for the secret
 * @param names knows other such words
 * @param lead the word before them, in lower case
 */
record MentionJudge(Mention mention, NameRules names, String lead) {

	private static final int MIN_CODE = 4;

	/**
	 * How near a random word must be to words that may be for a secret or not.
	 */
	private static final int NEAR = 12;

	/**
	 * Return whether a word is told as the value.
	 * @param word the word
	 * @param link what links it
	 * @param far whether other words stand between
	 * @param last whether nothing follows in the sentence
	 * @param before the word before it, in lower case
	 */
	boolean isValue(String word, Link link, boolean far, boolean last, String before) {
		if (word.isEmpty() || Prose.isState(word) || link == Link.NONE || (far && link == Link.WORD)) {
			return false;
		}
		if (link == Link.VERB && isGiven(word)) {
			return true;
		}
		if (far) {
			return link != Link.DIRECT && Candidate.isOpaque(word);
		}
		if (Candidate.isCode(word, MIN_CODE)) {
			return this.mention.isCode() || (this.mention.isPersonal() && (link == Link.SIGN || isLed(link)));
		}
		if (Candidate.isUnique(word)) {
			return this.mention.shape().isSecret();
		}
		if (Candidate.isUnusual(word)) {
			return isUnusualValue(word, link);
		}
		boolean told = isLed(link) || ((link == Link.SIGN || link == Link.VERB) && last)
				|| (link == Link.WORD && SentenceWords.CHANGES.contains(before));
		return told && this.mention.isPersonal() && Candidate.isPlainSecret(word)
				&& !NameRules.isPartOfNames(word.toLowerCase(Locale.ROOT));
	}

	private boolean isUnusualValue(String word, Link link) {
		boolean led = this.mention.isLogon() && isLed(link);
		return led || this.mention.isPersonal() || this.mention.isCode() || link == Link.SIGN
				|| Candidate.isOpaque(word);
	}

	/**
	 * Return whether somebody has sent or entered a word, which may be only a code.
	 */
	private boolean isGiven(String word) {
		return (this.mention.isPersonal() && Candidate.isUnusual(word))
				|| (this.mention.isCode() && Candidate.isCode(word, MIN_CODE));
	}

	private boolean isLed(Link link) {
		return link == Link.DIRECT && SentenceWords.LEADS.contains(this.lead);
	}

	/**
	 * Return whether a quotation is told as the value.
	 * @param content what is quoted
	 * @param link what links it
	 * @param far whether other words stand between
	 */
	boolean isQuoted(String content, Link link, boolean far) {
		boolean linked = link == Link.SIGN || link == Link.WORD || link == Link.VERB;
		boolean words = content.indexOf(' ') >= 0;
		if (!linked || content.isEmpty() || far) {
			return linked && far && !words && Candidate.isOpaque(content);
		}
		return !Prose.matches(content) && !this.names.shape(content).isSecret()
				&& (this.mention.mayHaveWords() || (!words && !Candidate.isForm(content)));
	}

	/**
	 * Return whether a word between brackets right after the name is the value.
	 */
	boolean isBracketed(String content, Link link) {
		return link == Link.DIRECT && this.mention.mayHaveWords() && Candidate.isPlainSecret(content);
	}

	/**
	 * Return whether a word is so random that it is the secret, whatever links it.
	 * @param word the word
	 * @param link what links it
	 * @param before the word before it, in lower case
	 * @param distance how far from the name it ends
	 */
	boolean isRandom(String word, Link link, String before, int distance) {
		boolean identified = SentenceWords.IDENTIFIERS.contains(before) || (link == Link.DIRECT
				&& SentenceWords.IDENTIFIERS.contains(this.mention.name().toLowerCase(Locale.ROOT)));
		boolean near = this.mention.shape().isSecret() || distance < NEAR + word.length();
		return near && !identified && Candidate.isRandom(word);
	}

	/**
	 * Return whether a word before the name is the value.
	 */
	boolean isValueBefore(ValueBefore value, String word) {
		boolean secret = value.alias() || Candidate.isOpaque(word)
				|| ((value.given() || this.mention.isPersonal()) && Candidate.isUnusual(word))
				|| (value.given() && this.mention.mayHaveWords() && Candidate.isPlainSecret(word));
		return secret && !this.names.shape(word).isSecret();
	}

	/**
	 * Return whether a value may not be shown under the name.
	 */
	boolean hides(String value) {
		return this.names.hides(this.mention.name(), value);
	}

	/**
	 * Return whether the text gives a cookie by name and value.
	 */
	boolean isCookie() {
		return this.mention.shape() == Shape.COOKIE;
	}

}
