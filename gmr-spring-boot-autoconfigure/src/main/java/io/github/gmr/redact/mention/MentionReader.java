package io.github.gmr.redact.mention;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.name.Shape;
import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Prose;
import io.github.gmr.redact.text.Scan;

/**
 * Reads on in a sentence after the words for a secret, in search of what it tells as
 * their value.
 */
final class MentionReader {

	/**
	 * What links the words for a secret and the word that is read.
	 */
	private enum Link {

		/**
		 * Nothing stands between them.
		 */
		DIRECT,

		/**
		 * Other words do.
		 */
		NONE,

		/**
		 * A separator stands before the word.
		 */
		SIGN,

		/**
		 * A word that links others does.
		 */
		WORD,

		/**
		 * A verb that says who has the secret.
		 */
		VERB

	}

	private static final int MAX_WORDS = 16;

	private static final int MAX_OWNER = 2;

	private static final int MIN_COST = 16;

	/**
	 * How near a random word must be to words that may be for a secret or not.
	 */
	private static final int NEAR = 12;

	private static final int MAX_LENGTH = 256;

	private static final Set<String> LINKS = Set.of("is", "was", "are", "were", "to", "as", "equals");

	private static final Set<String> PREPOSITIONS = Set.of("for", "of", "in", "on", "at", "by", "with", "under",
			"from");

	/**
	 * Stand before the name of whom a secret belongs to.
	 */
	private static final Set<String> OWNERS = Set.of("the", "a", "an", "user", "account", "client", "realm", "tenant",
			"host", "service", "customer", "login", "database", "role", "our", "your", "his", "new", "all");

	/**
	 * Names of what a secret was and is.
	 */
	private static final Set<String> STATES = Set.of("old", "new", "from", "to", "previous", "current", "before",
			"after", "value", "was", "now", "actual", "expected", "got", "given", "provided", "received");

	/**
	 * Before a password that may be a word.
	 */
	private static final Set<String> LEADS = Set.of("with", "using", "use", "tried", "trying", "try", "entered", "sent",
			"received", "and");

	private static final Set<String> CHANGES = Set.of("changed", "set", "reset", "updated", "rotated", "resolved",
			"overridden", "overwritten", "replaced", "evaluated", "decrypted", "defaulted", "bound");

	/**
	 * Before the words for a secret that is changed to what follows.
	 */
	private static final Set<String> CHANGING = Set.of("set", "setting", "change", "changing", "update", "updating",
			"reset", "resetting", "rotate", "rotating", "override", "overriding");

	/**
	 * Say of a secret what somebody does with it, before the secret itself.
	 */
	private static final Set<String> VERBS = Set.of("trying", "tried", "sent", "sending", "got", "wanted", "expected",
			"received", "provided", "given", "entered", "submitted", "supplied", "used", "generated", "chosen",
			"value", "now");

	/**
	 * Before what identifies something.
	 */
	private static final Set<String> IDENTIFIERS = Set.of("id", "ids", "kid", "fingerprint", "thumbprint", "hash",
			"etag", "request", "trace", "span", "correlation", "digest", "checksum", "commit", "revision", "version",
			"user", "client", "order", "jti", "serial");

	/**
	 * A user and a password that is no word, or follows a colon.
	 */
	private static final Pattern PAIR = Pattern.compile("[\\w.@-]{1,64}(?:[:/]|, ?)(?<password>(?=[^0-9]{0,64}[0-9])"
			+ "(?=[^A-Za-z]{0,64}[A-Za-z])[^\\s/:]{5,128})");

	private static final Pattern APART = Pattern
		.compile("[\\w.@-]{1,64} [:/] (?<password>(?=[^0-9]{0,64}[0-9])(?=[^A-Za-z]{0,64}[A-Za-z])[^\\s/:]{5,128})");


	private static final String OPENING = "([{<\"'`";

	private static final String CLOSING = ")]}>\"'`";

	private static final String ENDING = ".,;:!?)]}>\"'`";

	private final String text;

	private final Mention mention;

	private final NameRules names;

	private final Marks marks;

	private final int limit;

	private int position;

	private Link link = Link.DIRECT;

	/**
	 * Whether words stand between that are neither a link nor the owner of the secret.
	 */
	private boolean far;

	private boolean owner;

	/**
	 * How many words more may be the name of the owner.
	 */
	private int owners;

	private boolean direct = true;

	private String before = "";

	MentionReader(String text, Mention mention, NameRules names, Marks marks) {
		this.text = text;
		this.mention = mention;
		this.names = names;
		this.marks = marks;
		this.position = mention.end();
		this.limit = Math.min(text.length(), mention.end() + MAX_LENGTH);
	}

	/**
	 * Read the rest of the sentence.
	 * @return how many characters that took
	 */
	int read() {
		if (this.position < this.limit && CLOSING.indexOf(this.text.charAt(this.position)) >= 0) {
			this.position++;
		}
		readBefore();
		int next = skipBlanks(this.position);
		if (next < this.limit && ":=".indexOf(this.text.charAt(next)) >= 0 && !isInPath()) {
			return MIN_COST;
		}
		if (isArgument()) {
			char quote = this.text.charAt(this.mention.end());
			int start = indexOf(quote, next) + 1;
			int end = indexOf(quote, start);
			if (start > 0 && end > start && !Prose.matches(this.text.substring(start, end))) {
				mark(start, end);
			}
			return MIN_COST;
		}
		int words = 0;
		while (words < MAX_WORDS && part()) {
			words++;
		}
		return this.position - this.mention.end() + MIN_COST;
	}

	/**
	 * Return whether the words are the end of a path, as in {@code db/password: x}.
	 */
	private boolean isInPath() {
		int start = this.mention.start();
		return start > 1 && this.text.charAt(start - 1) == '/' && Character.isLetterOrDigit(this.text.charAt(start - 2));
	}

	/**
	 * Return whether the words are a quoted argument of a call and another one follows,
	 * as in {@code header("X-Api-Key", "x")}.
	 */
	private boolean isArgument() {
		int start = this.mention.start();
		int end = this.mention.end();
		char quote = (end < this.limit) ? this.text.charAt(end) : ' ';
		if (start < 2 || (quote != '\'' && quote != '"') || this.text.charAt(start - 1) != quote
				|| this.text.charAt(start - 2) != '(' || !this.text.startsWith(",", end + 1)) {
			return false;
		}
		int next = skipBlanks(end + 2);
		return next < this.limit && this.text.charAt(next) == quote;
	}

	/**
	 * Mark what is told as the value before its name, as in
	 * {@code value x for property app.secret}.
	 */
	private void readBefore() {
		ValueBefore value = ValueBefore.of(this.text, this.mention.start());
		if (value == null) {
			return;
		}
		String word = this.text.substring(value.start(), value.end());
		boolean secret = value.alias() || Candidate.isOpaque(word)
				|| ((value.given() || this.mention.isPersonal()) && Candidate.isUnusual(word))
				|| (value.given() && this.mention.mayHaveWords() && Candidate.isPlainSecret(word));
		if (secret && !this.names.shape(word).isSecret()) {
			mark(value.start(), value.end());
		}
	}

	private int skipBlanks(int index) {
		int end = index;
		while (end < this.limit && (this.text.charAt(end) == ' ' || this.text.charAt(end) == '\t')) {
			end++;
		}
		return Math.min(this.limit, end);
	}

	private int endOfWord(int start) {
		int end = start;
		while (end < this.limit && !Character.isWhitespace(this.text.charAt(end))) {
			end++;
		}
		return end;
	}

	private int indexOfOr(char ch, int start, int end) {
		int index = indexOf(ch, start);
		return (index >= 0) ? index : end;
	}

	/**
	 * Return where a character stands in the part of the text that is read, or -1.
	 */
	private int indexOf(char ch, int start) {
		int index = start;
		while (index < this.limit && this.text.charAt(index) != ch) {
			index++;
		}
		return (index < this.limit) ? index : -1;
	}

	/**
	 * Read the next part of the sentence.
	 * @return whether it goes on
	 */
	private boolean part() {
		this.position = skipBlanks(this.position);
		if (this.position >= this.limit) {
			return false;
		}
		char ch = this.text.charAt(this.position);
		if (ch == '\n' || ch == '\r' || ch == ';' || ch == '|' || ch == '.') {
			return false;
		}
		if (ch == ',') {
			this.position++;
			this.link = (this.link == Link.DIRECT) ? Link.NONE : this.link;
			this.far |= this.direct;
			return true;
		}
		int sign = sign(ch);
		if (sign > 0) {
			this.position += sign;
			this.link = (this.far && ch == '=' && sign == 1) ? Link.NONE : Link.SIGN;
			this.owner = false;
			return true;
		}
		if (OPENING.indexOf(ch) >= 0) {
			return bracket(ch);
		}
		word();
		return true;
	}

	/**
	 * Return the length of a separator, 0 if there is none.
	 */
	private int sign(char ch) {
		if (ch == '-' || ch == '=' || ch == ':' || ch == '<' || ch == '!') {
			boolean two = this.text.startsWith("->", this.position) || this.text.startsWith("=>", this.position)
					|| this.text.startsWith("==", this.position) || this.text.startsWith(":=", this.position)
					|| this.text.startsWith("<>", this.position) || this.text.startsWith("!=", this.position);
			return two ? 2 : (ch == '=' || ch == ':') ? 1 : 0;
		}
		return (ch == '\u2192') ? 1 : 0;
	}

	private boolean bracket(char opening) {
		char closing = CLOSING.charAt(OPENING.indexOf(opening));
		int start = this.position + 1;
		int end = indexOf(closing, start);
		if (end < 0) {
			return false;
		}
		boolean quote = opening == '"' || opening == '\'' || opening == '`';
		if ((opening == '(' || opening == '[') && this.text.substring(start, end).indexOf(' ') >= 0 && !isPairIn(start, end)) {
			this.position = start;
			return true;
		}
		boolean first = this.link == Link.DIRECT;
		boolean masked = !this.owner && (quote ? quoted(start, end) : bracketed(start, end));
		this.owner = false;
		this.position = end + 1;
		passed("", masked || (quote && first));
		return true;
	}

	private boolean isPairIn(int start, int end) {
		return this.mention.isLogon() && PAIR.matcher(this.text.substring(start, end)).matches();
	}

	private boolean quoted(int start, int end) {
		String content = this.text.substring(start, end);
		boolean linked = this.link == Link.SIGN || this.link == Link.WORD || this.link == Link.VERB;
		boolean words = content.indexOf(' ') >= 0;
		boolean value = this.far ? !words && Candidate.isOpaque(content)
				: !content.isEmpty() && !Prose.matches(content) && !this.names.shape(content).isSecret()
						&& (this.mention.mayHaveWords() || (!words && !Candidate.isForm(content)));
		return linked && value && mark(start, end);
	}

	private boolean bracketed(int start, int end) {
		String content = this.text.substring(start, end);
		Matcher pair = PAIR.matcher(content);
		if (this.mention.isLogon() && pair.matches()) {
			this.marks.mark(start + pair.start("password"), start + pair.end("password"));
			return true;
		}
		boolean word = content.indexOf(' ') < 0 && !content.isEmpty();
		boolean call = start - 1 == this.mention.end() && this.text.charAt(start - 1) == '(';
		if (word && this.link == Link.DIRECT && this.text.charAt(start - 1) == '[' && this.mention.mayHaveWords()
				&& Candidate.isPlainSecret(content)) {
			return mark(start, end);
		}
		return word && !call && this.link != Link.NONE && isValue(content) && mark(start, end);
	}

	private void word() {
		int start = this.position;
		int end = endOfWord(start);
		this.position = end;
		int stop = withoutEnding(start, end);
		String word = this.text.substring(start, stop);
		String plain = word.toLowerCase(Locale.ROOT);
		int equal = word.indexOf('=');
		boolean cookie = this.direct && this.mention.shape() == Shape.COOKIE;
		if (equal > 0 && cookie) {
			passed(plain, mark(start + equal + 1, withoutEnding(start, Math.min(end, indexOfOr(';', start, end)))));
		}
		else if (equal > 0 && STATES.contains(plain.substring(0, equal))) {
			this.link = Link.SIGN;
			int value = start + equal + 1;
			passed(plain, isValue(this.text.substring(value, stop)) && mark(value, stop));
		}
		else if (LINKS.contains(plain)) {
			boolean changing = plain.equals("to") && this.direct && CHANGING.contains(wordBefore());
			this.link = changing ? Link.SIGN : Link.WORD;
			this.owner = false;
			this.owners = 0;
		}
		else if (VERBS.contains(plain)) {
			this.link = Link.VERB;
			this.owner = false;
			this.direct = false;
		}
		else if (plain.equals("where")) {
			this.position = this.limit;
		}
		else if (isSqlList(plain)) {
			list();
		}
		else if (isChange(plain) || (plain.equals("with") && this.direct)) {
			this.link = Link.WORD;
			this.owner = false;
		}
		else if (PREPOSITIONS.contains(plain)) {
			this.owner = true;
			this.link = Link.NONE;
		}
		else if (this.owner) {
			this.owner = OWNERS.contains(plain);
			this.owners = MAX_OWNER;
		}
		else if (this.owners > 0 && this.link == Link.NONE && !this.far && !Candidate.isRandom(word)) {
			this.owners--;
		}
		else {
			passed(plain, value(word, start, stop));
		}
		sentence(end, stop);
		this.before = plain;
	}

	/**
	 * Return whether a list of literals follows, or a pattern.
	 */
	private boolean isSqlList(String word) {
		int next = skipBlanks(this.position);
		return (word.equals("in") && this.text.startsWith("('", next))
				|| ((word.equals("like") || word.equals("ilike")) && this.text.startsWith("'", next));
	}

	private void list() {
		int start = indexOf('\'', this.position) + 1;
		int end = indexOf('\'', start);
		while (start > 0 && end >= 0) {
			mark(start, end);
			int next = skipBlanks(end + 1);
			boolean more = this.text.startsWith(",", next) && this.text.startsWith("'", skipBlanks(next + 1));
			start = more ? skipBlanks(next + 1) + 1 : 0;
			end = more ? indexOf('\'', start) : end;
		}
		this.position = Math.max(this.position, Math.min(this.limit, end + 1));
	}

	private boolean isChange(String word) {
		return word.equals("from") && CHANGES.contains(this.before);
	}

	/**
	 * Notice what ends a word: the sign of a value, or the end of the sentence.
	 */
	private void sentence(int end, int stop) {
		if (stop < end && this.text.charAt(end - 1) == ':') {
			this.link = Link.SIGN;
		}
		else if (stop < end && ".;!?".indexOf(this.text.charAt(end - 1)) >= 0) {
			this.position = this.limit;
		}
	}

	private int withoutEnding(int start, int end) {
		return Scan.start(this.text, start, end, (ch) -> ENDING.indexOf(ch) >= 0);
	}

	private void passed(String word, boolean masked) {
		this.link = Link.NONE;
		this.direct = false;
		this.far |= !masked && !CHANGES.contains(word);
	}

	private boolean value(String word, int start, int end) {
		if (isPair(word, start, end)) {
			return true;
		}
		if (isValue(word)) {
			return mark(start, end);
		}
		boolean identified = IDENTIFIERS.contains(this.before)
				|| (this.link == Link.DIRECT && IDENTIFIERS.contains(this.mention.name().toLowerCase(Locale.ROOT)));
		boolean near = this.mention.shape().isSecret() || this.position - this.mention.end() < NEAR + word.length();
		return near && !identified && Candidate.isRandom(word) && mark(start, end);
	}

	/**
	 * Mark the password after the name of a user.
	 * @return whether there is one
	 */
	private boolean isPair(String word, int start, int end) {
		if (!this.mention.isLogon() || this.link == Link.NONE || !(this.link == Link.SIGN || this.mention.isPersonal())) {
			return false;
		}
		Matcher pair = PAIR.matcher(word);
		if (pair.matches()) {
			this.marks.mark(start + pair.start("password"), start + pair.end("password"));
			return true;
		}
		int colon = word.indexOf(':');
		if (colon > 0 && this.mention.name().toLowerCase(Locale.ROOT).contains("cred") && this.direct
				&& Candidate.isPlainSecret(word.substring(colon + 1)) && isFollowedByPlace()) {
			this.marks.mark(start + colon + 1, end);
			return true;
		}
		Matcher apart = APART.matcher(this.text).region(start, this.limit);
		if (this.link == Link.SIGN && apart.lookingAt()) {
			this.marks.mark(apart.start("password"), apart.end("password"));
			this.position = apart.end();
			return true;
		}
		return false;
	}

	/**
	 * Return whether it is said where the credentials before are from, or nothing more.
	 */
	private boolean isFollowedByPlace() {
		int next = skipBlanks(this.position);
		int end = endOfWord(next);
		return next == end || PREPOSITIONS.contains(this.text.substring(next, end)) || this.text.startsWith("to ", next);
	}

	private boolean isValue(String word) {
		if (word.isEmpty() || Prose.isState(word)) {
			return false;
		}
		boolean personal = this.mention.isPersonal();
		if (this.link == Link.NONE || (this.far && this.link == Link.WORD)) {
			return false;
		}
		if (this.link == Link.VERB && personal && Candidate.isUnusual(word)) {
			return true;
		}
		if (this.link == Link.VERB && this.mention.isCode() && Candidate.isCode(word, 4)) {
			return true;
		}
		if (this.far) {
			return (this.link == Link.SIGN || this.link == Link.VERB) && Candidate.isOpaque(word);
		}
		if (Candidate.isCode(word, 4)) {
			return this.mention.isCode() || (personal && (this.link == Link.SIGN || isLed()));
		}
		if (Candidate.isUnique(word)) {
			return this.mention.shape().isSecret();
		}
		if (Candidate.isUnusual(word)) {
			return personal || this.mention.isCode() || this.link == Link.SIGN || Candidate.isOpaque(word)
					|| (this.mention.isLogon() && isLed());
		}
		return personal && Candidate.isPlainSecret(word) && !NameRules.isPartOfNames(word.toLowerCase(Locale.ROOT))
				&& isToldAsWord();
	}

	/**
	 * Return whether a word is told as the value though it is one of a language.
	 */
	private boolean isToldAsWord() {
		return switch (this.link) {
			case DIRECT -> isLed();
			case SIGN, VERB -> endsSentence();
			case WORD -> CHANGES.contains(this.before);
			case NONE -> false;
		};
	}

	private boolean isLed() {
		return this.link == Link.DIRECT && LEADS.contains(wordBefore());
	}

	private String wordBefore() {
		int end = Scan.start(this.text, Math.max(0, this.mention.start() - 4), this.mention.start(), (ch) -> ch == ' ');
		int start = Scan.start(this.text, Math.max(0, end - 16), end, Character::isLetter);
		return this.text.substring(start, end).toLowerCase(Locale.ROOT);
	}

	private boolean endsSentence() {
		int next = skipBlanks(this.position);
		return next >= this.text.length() || ENDING.indexOf(this.text.charAt(this.position - 1)) >= 0
				|| "\n\r(".indexOf(this.text.charAt(next)) >= 0;
	}

	private boolean mark(int start, int end) {
		String value = this.text.substring(start, end);
		if (value.contains(Marks.MASK) || !this.names.hides(this.mention.name(), value)) {
			return false;
		}
		this.marks.mark(start, end);
		return true;
	}

}
