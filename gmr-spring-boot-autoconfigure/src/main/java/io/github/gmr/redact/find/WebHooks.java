package io.github.gmr.redact.find;

import java.util.List;
import java.util.function.IntPredicate;

import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Scan;
import io.github.gmr.redact.text.SecretFinder;

/**
 * Finds the secret path of incoming web hooks.
 */
final class WebHooks implements SecretFinder {

	private static final List<String> ADDRESSES = List.of("hooks.slack.com/services/", "hooks.slack.com/workflows/",
			"hooks.slack.com/triggers/", "discord.com/api/webhooks/", "discordapp.com/api/webhooks/",
			".webhook.office.com/webhookb2/", "api.telegram.org/bot", "outlook.office.com/webhook/",
			"chat.googleapis.com/v1/spaces/", "hooks.zapier.com/hooks/catch/", "maker.ifttt.com/",
			".logic.azure.com/workflows/", "open.feishu.cn/open-apis/bot/v2/hook/", "hc-ping.com/",
			".sumologic.com/receiver/v1/http/", ".infura.io/v3/", ".alchemy.com/v2/",
			"calendar.google.com/calendar/ical/");

	/**
	 * A part of the path after which a secret stands, if it looks like one.
	 */
	private static final List<String> PATHS = List.of("/hooks/", "/webhook/", "/webhooks/", "/hook/");

	private static final IntPredicate PART = Scan.visibleExcept("\"'<>,;");

	@Override
	public void find(String text, Marks marks) {
		if (!text.contains("://")) {
			return;
		}
		ADDRESSES.forEach((address) -> find(text, address, false, marks));
		if (text.contains("hook")) {
			PATHS.forEach((path) -> find(text, path, true, marks));
		}
	}

	private static void find(String text, String address, boolean random, Marks marks) {
		Scan.each(text, address, (start) -> {
			int end = Scan.end(text, start, PART);
			if (!random || text.substring(start, end).chars().anyMatch(WebHooks::isRandom)) {
				marks.mark(start, end);
			}
			return end;
		});
	}

	private static boolean isRandom(int ch) {
		return Character.isDigit(ch) || Character.isUpperCase(ch);
	}

}
