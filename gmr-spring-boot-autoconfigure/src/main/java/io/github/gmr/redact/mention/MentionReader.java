package io.github.gmr.redact.mention;

import java.util.Locale;

import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Prose;

/**
 * Reads on in a sentence after the words for a secret, in search of what it tells as
 * their value.
 */
final class MentionReader {

	private static final int MAX_WORDS = 16;

	private static final int MAX_OWNER = 2;

	private static final int MIN_COST = 16;

	private static final String OPENING = "([{<\"'`";

	private static final String CLOSING = ")]}>\"'`";

	private final String whole;

	private final SentenceText text;

	private final Mention mention;

	private final MentionJudge judge;

	private final Marks marks;

	private int position;

	private Link link = Link.DIRECT;

	/**
	 * Whether words stand between that are neither a link nor the owner of the secret.
	 */
	private boolean far;

	private boolean direct = true;

	private boolean owner;

	/**
	 * How many words more may be the name of the owner.
	 */
	private int owners;

	private String before = "";

	MentionReader(String text, Mention mention, NameRules names, Marks marks) {
		this.whole = text;
		this.text = new SentenceText(text, mention.end());
		this.mention = mention;
		this.judge = new MentionJudge(mention, names, this.text.wordBefore(mention.start()));
		this.marks = marks;
		this.position = mention.end();
	}

	/**
	 * Read the rest of the sentence.
	 * @return how many characters that took
	 */
	int read() {
		readBefore();
		if (!this.text.isEnd(this.position) && CLOSING.indexOf(this.text.at(this.position)) >= 0) {
			this.position++;
		}
		int next = this.text.skipBlanks(this.position);
		boolean assigned = !this.text.isEnd(next) && ":=".indexOf(this.text.at(next)) >= 0 && !isInPath();
		if (!assigned && !argument()) {
			int words = 0;
			while (words < MAX_WORDS && part()) {
				words++;
			}
		}
		return this.text.read() + MIN_COST;
	}

	/**
	 * Mark what is told as the value before its name, as in
	 * {@code value x for property app.secret}.
	 */
	private void readBefore() {
		ValueBefore value = ValueBefore.of(this.whole, this.mention.start());
		if (value != null && this.judge.isValueBefore(value, this.text.substring(value.start(), value.end()))) {
			mark(value.start(), value.end());
		}
	}

	/**
	 * Return whether the words are the end of a path, as in {@code db/password: x}.
	 */
	private boolean isInPath() {
		int start = this.mention.start();
		return start > 1 && this.text.at(start - 1) == '/' && Character.isLetterOrDigit(this.text.at(start - 2));
	}

	/**
	 * Mark the second of two quoted arguments if the words are the first, as in
	 * {@code header("X-Api-Key", "x")}.
	 * @return whether they are
	 */
	private boolean argument() {
		int start = this.mention.start();
		int end = this.mention.end();
		char quote = !this.text.isEnd(end) ? this.text.at(end) : ' ';
		if (start < 2 || (quote != '\'' && quote != '"') || this.text.at(start - 1) != quote
				|| this.text.at(start - 2) != '(' || !this.text.startsWith(",", end + 1)) {
			return false;
		}
		int open = this.text.skipBlanks(end + 2);
		if (this.text.isEnd(open) || this.text.at(open) != quote) {
			return false;
		}
		int close = this.text.indexOf(quote, open + 1);
		if (close > open && !Prose.matches(this.text.substring(open + 1, close))) {
			mark(open + 1, close);
		}
		return true;
	}

	/**
	 * Read the next part of the sentence.
	 * @return whether it goes on
	 */
	private boolean part() {
		this.position = this.text.skipBlanks(this.position);
		if (this.text.isEnd(this.position)) {
			return false;
		}
		char ch = this.text.at(this.position);
		if ("\n\r;|.".indexOf(ch) >= 0) {
			return false;
		}
		int sign = sign(ch);
		if (ch == ',') {
			comma();
		}
		else if (sign > 0) {
			sign(ch, sign);
		}
		else if (OPENING.indexOf(ch) >= 0) {
			return bracket(ch);
		}
		else {
			word();
		}
		return true;
	}

	private void comma() {
		this.position++;
		this.link = (this.link == Link.DIRECT) ? Link.NONE : this.link;
		this.far |= this.direct;
	}

	/**
	 * Return the length of a separator, 0 if there is none.
	 */
	private int sign(char ch) {
		boolean two = false;
		for (String sign : new String[] { "->", "=>", "==", ":=", "<>", "!=" }) {
			two |= this.text.startsWith(sign, this.position);
		}
		return two ? 2 : (ch == '=' || ch == ':' || ch == '\u2192') ? 1 : 0;
	}

	/**
	 * Read a separator. One that assigns belongs to the word before it, if that is not
	 * the name of the secret.
	 */
	private void sign(char ch, int length) {
		this.position += length;
		this.link = (this.far && ch == '=' && length == 1) ? Link.NONE : Link.SIGN;
		this.owner = false;
	}

	private boolean bracket(char opening) {
		int start = this.position + 1;
		int end = this.text.indexOf(CLOSING.charAt(OPENING.indexOf(opening)), start);
		if (end < 0) {
			return false;
		}
		String content = this.text.substring(start, end);
		boolean list = opening == '(' || opening == '[';
		if (list && content.indexOf(' ') >= 0 && !(this.mention.isLogon() && UserPairs.password(content) >= 0)) {
			this.position = start;
			return true;
		}
		boolean quote = opening == '"' || opening == '\'' || opening == '`';
		boolean first = this.link == Link.DIRECT;
		boolean masked = !this.owner && (quote ? this.judge.isQuoted(content, this.link, this.far) && mark(start, end)
				: bracketed(content, start, end));
		this.owner = false;
		this.position = end + 1;
		passed("", masked || (quote && first));
		return true;
	}

	private boolean bracketed(String content, int start, int end) {
		int password = this.mention.isLogon() ? UserPairs.password(content) : -1;
		if (password >= 0) {
			this.marks.mark(start + password, end);
			return true;
		}
		if (content.indexOf(' ') >= 0 || content.isEmpty()) {
			return false;
		}
		boolean call = start - 1 == this.mention.end() && this.text.at(start - 1) == '(';
		boolean value = (this.text.at(start - 1) == '[' && this.judge.isBracketed(content, this.link))
				|| (!call && isValue(content, end));
		return value && mark(start, end);
	}

	private void word() {
		int start = this.position;
		int end = this.text.endOfWord(start);
		int stop = this.text.withoutEnding(start, end);
		String word = this.text.substring(start, stop);
		String plain = word.toLowerCase(Locale.ROOT);
		this.position = end;
		if (!assignment(word, plain, start, stop) && !link(plain) && !owner(word, plain)) {
			passed(plain, value(word, start, stop));
		}
		endWord(end, stop);
		this.before = plain;
	}

	/**
	 * Read what is assigned to a word that says when it was the secret, or to the name of
	 * a cookie.
	 */
	private boolean assignment(String word, String plain, int start, int stop) {
		int value = word.indexOf('=') + 1;
		if (value <= 1) {
			return false;
		}
		if (this.direct && this.judge.isCookie()) {
			int end = word.indexOf(';');
			passed(plain, mark(start + value, (end > value) ? start + end : stop));
			return true;
		}
		if (SentenceWords.STATES.contains(plain.substring(0, value - 1))) {
			this.link = Link.SIGN;
			passed(plain, isValue(word.substring(value), stop) && mark(start + value, stop));
			return true;
		}
		return false;
	}

	/**
	 * Read a word that links others.
	 */
	private boolean link(String plain) {
		if (plain.equals("where")) {
			this.position = Integer.MAX_VALUE;
			return true;
		}
		if (isSqlList(plain)) {
			list();
			return true;
		}
		Link next = next(plain);
		if (next == Link.DIRECT) {
			return false;
		}
		this.direct &= next != Link.VERB;
		this.link = next;
		this.owner = next == Link.NONE;
		this.owners = 0;
		return true;
	}

	/**
	 * Return which link a word is, {@link Link#DIRECT} if none.
	 */
	private Link next(String plain) {
		if (SentenceWords.LINKS.contains(plain)) {
			boolean changing = plain.equals("to") && this.direct && SentenceWords.CHANGING.contains(this.judge.lead());
			return changing ? Link.SIGN : Link.WORD;
		}
		if (SentenceWords.VERBS.contains(plain)) {
			return Link.VERB;
		}
		boolean change = plain.equals("from") && SentenceWords.CHANGES.contains(this.before);
		if (change || (plain.equals("with") && this.direct)) {
			return Link.WORD;
		}
		return SentenceWords.PREPOSITIONS.contains(plain) ? Link.NONE : Link.DIRECT;
	}

	/**
	 * Read whom the secret belongs to.
	 */
	private boolean owner(String word, String plain) {
		if (this.owner) {
			this.owner = SentenceWords.OWNERS.contains(plain);
			this.owners = MAX_OWNER;
			return true;
		}
		return this.owners > 0 && this.link == Link.NONE && !this.far && !Candidate.isRandom(word) && this.owners-- > 0;
	}

	/**
	 * Return whether a list of literals follows, or a pattern.
	 */
	private boolean isSqlList(String word) {
		int next = this.text.skipBlanks(this.position);
		return (word.equals("in") && this.text.startsWith("('", next))
				|| ((word.equals("like") || word.equals("ilike")) && this.text.startsWith("'", next));
	}

	private void list() {
		int open = this.text.indexOf('\'', this.position);
		int close = (open >= 0) ? this.text.indexOf('\'', open + 1) : -1;
		while (close >= 0) {
			mark(open + 1, close);
			this.position = close + 1;
			int comma = this.text.skipBlanks(close + 1);
			open = this.text.skipBlanks(comma + 1);
			boolean more = this.text.startsWith(",", comma) && this.text.startsWith("'", open);
			close = more ? this.text.indexOf('\'', open + 1) : -1;
		}
	}

	/**
	 * Notice what ends a word: the sign of a value, or the end of the sentence.
	 */
	private void endWord(int end, int stop) {
		if (stop < end && this.text.at(end - 1) == ':') {
			this.link = Link.SIGN;
		}
		else if (stop < end && ".;!?".indexOf(this.text.at(end - 1)) >= 0) {
			this.position = Integer.MAX_VALUE;
		}
	}

	private void passed(String word, boolean masked) {
		this.link = Link.NONE;
		this.direct = false;
		this.far |= !masked && !SentenceWords.CHANGES.contains(word);
	}

	private boolean isValue(String word, int end) {
		return this.judge.isValue(word, this.link, this.far, this.text.isEndOfSentence(Math.max(end, this.position)),
				this.before);
	}

	private boolean value(String word, int start, int end) {
		return pair(word, start, end)
				|| ((isValue(word, end) || this.judge.isRandom(word, this.link, this.before, end - this.mention.end()))
						&& mark(start, end));
	}

	/**
	 * Mark the password after the name of a user.
	 * @return whether there is one
	 */
	private boolean pair(String word, int start, int end) {
		boolean linked = this.link == Link.SIGN || (this.link != Link.NONE && this.mention.isPersonal());
		if (!linked || !this.mention.isLogon()) {
			return false;
		}
		int password = UserPairs.password(word);
		password = (password < 0 && isPlainPair(word)) ? word.indexOf(':') + 1 : password;
		if (password >= 0) {
			this.marks.mark(start + password, end);
			return true;
		}
		int next = this.text.endOfWord(this.text.skipBlanks(end + 2));
		int[] apart = (this.link == Link.SIGN) ? UserPairs.apart(this.text.substring(start, Math.max(end, next)))
				: new int[0];
		if (apart.length > 0) {
			this.marks.mark(start + apart[0], start + apart[1]);
			this.position = start + apart[1];
		}
		return apart.length > 0;
	}

	/**
	 * Return whether a word is credentials of plain words, as it is said what they are
	 * for, or nothing more.
	 */
	private boolean isPlainPair(String word) {
		int colon = word.indexOf(':');
		if (colon <= 0 || !this.direct || !this.mention.name().toLowerCase(Locale.ROOT).contains("cred")
				|| !Candidate.isPlainSecret(word.substring(colon + 1))) {
			return false;
		}
		int next = this.text.skipBlanks(this.position);
		String following = this.text.substring(next, this.text.endOfWord(next));
		return following.isEmpty() || following.equals("to") || SentenceWords.PREPOSITIONS.contains(following);
	}

	private boolean mark(int start, int end) {
		String value = this.text.substring(start, Math.max(start, end));
		if (value.contains(Marks.MASK) || !this.judge.hides(value)) {
			return false;
		}
		this.marks.mark(start, end);
		return true;
	}

}
