package io.github.gmr.architecture.wrong.view;

import org.springframework.core.env.Environment;

/**
 * Wrong: knows more of Spring than its JSON.
 */
public record Styled(Environment environment) {

}
