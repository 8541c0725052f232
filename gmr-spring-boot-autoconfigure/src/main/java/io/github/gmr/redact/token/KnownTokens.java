package io.github.gmr.redact.token;

import java.util.List;

import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Scan;
import io.github.gmr.redact.text.SecretFinder;
import io.github.gmr.redact.token.TokenPart.Run;

/**
 * Finds tokens that show by their form who issued them.
 */
public final class KnownTokens implements SecretFinder {

	private static final String INNOCENT_END = "._-";

	private final List<List<TokenForm>> byFirst;

	private final List<TokenForm> withRunBefore;

	/**
	 * Load the table of forms.
	 */
	public KnownTokens() {
		TokenForms forms = TokenForms.load();
		this.byFirst = forms.byFirst();
		this.withRunBefore = forms.withRunBefore();
	}

	@Override
	public void find(String text, Marks marks) {
		boolean inside = false;
		for (int i = 0; i < text.length(); i++) {
			if (!inside && isPart(text.charAt(i))) {
				i = Math.max(i, markFrom(text, i, marks) - 1);
			}
			inside = isWordPart(text.charAt(i));
		}
		for (TokenForm form : this.withRunBefore) {
			Scan.each(text, form.text(), (end) -> Math.max(end, mark(form, text, end - form.text().length(), marks)));
		}
	}

	/**
	 * Mark the token that starts at a place.
	 * @return the index after it, or where it starts if there is none
	 */
	private int markFrom(String text, int start, Marks marks) {
		int end = start;
		char first = text.charAt(start);
		List<TokenForm> forms = (first < this.byFirst.size()) ? this.byFirst.get(first) : List.of();
		for (int i = 0; i < forms.size() && end == start; i++) {
			if (text.startsWith(forms.get(i).text(), start)) {
				end = mark(forms.get(i), text, start, marks);
			}
		}
		return end;
	}

	private static int mark(TokenForm form, String text, int index, Marks marks) {
		int start = form.start(text, index);
		boolean led = form.before() != null;
		boolean inside = start < 0 || (!led && start > 0 && isWordPart(text.charAt(start - 1)));
		int parts = inside ? -1 : form.end(text, index);
		if (parts < 0 || (!form.isClear() && !isToken(text, start, parts))) {
			return index;
		}
		int end = withoutInnocentEnd(text, index, Run.endOfAny(text, parts));
		marks.mark(start, end);
		return end;
	}

	/**
	 * Return whether the text is a token and not words with dashes between them.
	 */
	private static boolean isToken(String text, int start, int end) {
		return text.substring(start, end).chars().anyMatch((ch) -> ch >= '0' && ch <= '9' || ch >= 'A' && ch <= 'Z');
	}

	private static int withoutInnocentEnd(String text, int start, int end) {
		return Scan.start(text, start, end, (ch) -> INNOCENT_END.indexOf(ch) >= 0);
	}

	private static boolean isPart(char ch) {
		return isWordPart(ch) || ch == '-' || ch == '.' || ch == '+' || ch == '=' || ch == '~';
	}

	private static boolean isWordPart(char ch) {
		return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9') || ch == '_';
	}

}
