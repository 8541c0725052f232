package io.github.gmr.view.json;

import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.gmr.content.Threads;
import io.github.gmr.content.thread.PlatformThreadFacts;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadFacts;
import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.content.thread.ThreadRates;
import io.github.gmr.content.thread.ThreadUsage;
import io.github.gmr.content.thread.VirtualThreadFacts;
import io.github.gmr.view.Identity;
import io.github.gmr.view.Millis;
import io.github.gmr.view.SharedStacks;
import io.github.gmr.view.Visible;
import io.github.gmr.view.Word;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.WritableJson;

/**
 * Turns threads into JSON: a list of threads, each with the indexes of its group and its
 * stack; the groups; and every stack once.
 */
final class JsonThreads {

	private final Threads threads;

	private final SharedStacks stacks;

	JsonThreads(Threads threads) {
		this.threads = threads;
		this.stacks = new SharedStacks(threads.groups());
	}

	WritableJson json() {
		return JsonContent.object((pairs) -> {
			pairs.accept("kind", Word.of(this.threads.kind()));
			pairs.accept("vm", Visible.of(this.threads.vm()));
			pairs.accept("summary", JsonContent.of(this.threads.summary()));
			pairs.accept("threads", eachGroup(this::threads));
			pairs.accept("groups", eachGroup((index) -> Stream.of(group(index))));
			pairs.accept("stacks", stacks());
			pairs.accept("omitted", this.threads.omitted());
		});
	}

	private Iterable<WritableJson> eachGroup(IntFunction<Stream<WritableJson>> json) {
		return () -> IntStream.range(0, this.threads.groups().size()).mapToObj(json).flatMap((each) -> each).iterator();
	}

	private Stream<WritableJson> threads(int group) {
		StackGroup of = this.threads.groups().get(group);
		return of.threads().stream().map((thread) -> JsonContent.object((pairs) -> {
			pairs.accept("id", thread.id());
			pairs.accept("name", Visible.of(thread.name()));
			pairs.accept("state", of.state());
			pairs.accept("group", group);
			pairs.accept("stack", this.stacks.ofGroup(group));
			facts(thread.facts(), pairs);
			pairs.accept("locks", JsonContent.each(thread.locks(), JsonThreads::lock));
		}));
	}

	private WritableJson group(int index) {
		StackGroup group = this.threads.groups().get(index);
		return JsonContent.object((pairs) -> {
			pairs.accept("state", group.state());
			pairs.accept("size", group.size());
			pairs.accept("stack", this.stacks.ofGroup(index));
			pairs.accept("deeper", group.deeper());
		});
	}

	private Iterable<@Nullable Object> stacks() {
		return () -> StreamSupport.stream(this.stacks.stacks().spliterator(), false)
			.<@Nullable Object>map((frames) -> JsonContent.each(frames, Visible::of))
			.iterator();
	}

	private static void facts(ThreadFacts facts, BiConsumer<String, @Nullable Object> pairs) {
		if (facts instanceof PlatformThreadFacts platform) {
			pairs.accept("daemon", platform.daemon());
			pairs.accept("priority", platform.priority());
			pairs.accept("inNative", platform.inNative());
			pairs.accept("suspended", platform.suspended());
			usage(platform.usage(), pairs);
			if (platform.rates() != null) {
				rates(platform.rates(), pairs);
			}
		}
		else if (facts instanceof VirtualThreadFacts virtual) {
			pairs.accept("carrier", virtual.carrier());
			pairs.accept("container", (virtual.container() != null) ? Visible.of(virtual.container()) : null);
		}
	}

	private static void usage(ThreadUsage usage, BiConsumer<String, @Nullable Object> pairs) {
		pairs.accept("cpuMs", (usage.cpuNanos() != null) ? Millis.ofNanos(usage.cpuNanos()) : null);
		pairs.accept("userMs", (usage.userNanos() != null) ? Millis.ofNanos(usage.userNanos()) : null);
		pairs.accept("allocatedBytes", usage.allocatedBytes());
		pairs.accept("blockedCount", usage.blocked());
		pairs.accept("waitedCount", usage.waited());
	}

	private static void rates(ThreadRates rates, BiConsumer<String, @Nullable Object> pairs) {
		pairs.accept("cpuPercent", rates.cpuPercent());
		pairs.accept("allocatedBytesPerSecond", rates.allocatedBytesPerSecond());
		pairs.accept("unmoved", rates.unmoved());
	}

	private static WritableJson lock(ThreadLock lock) {
		return JsonContent.object((pairs) -> {
			pairs.accept("relation", lock.relation().label());
			pairs.accept("depth", lock.depth());
			pairs.accept("class", Visible.of(lock.className()));
			pairs.accept("identity", Identity.of(lock));
			ThreadLock.Owner owner = lock.owner();
			if (owner != null) {
				pairs.accept("ownerId", owner.id());
				pairs.accept("ownerName", (owner.name() != null) ? Visible.of(owner.name()) : null);
			}
		});
	}

}
