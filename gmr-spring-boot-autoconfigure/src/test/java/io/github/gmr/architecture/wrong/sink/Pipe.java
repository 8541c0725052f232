package io.github.gmr.architecture.wrong.sink;

import io.github.gmr.architecture.wrong.view.Page;

/**
 * Wrong: a sink knows the view beside it.
 */
public record Pipe(Page page) {

}
