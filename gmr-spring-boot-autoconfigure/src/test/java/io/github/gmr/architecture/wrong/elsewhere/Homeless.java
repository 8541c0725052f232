package io.github.gmr.architecture.wrong.elsewhere;

/**
 * Wrong: has no place in the house.
 */
public class Homeless {

}
