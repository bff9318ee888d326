package org.smssev.common.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a setting: a component of a configuration record. Its key is the component's name in kebab case. A setting
 * without {@link #def} must be given, unless it is {@link #optional} (then null, or an empty list or map).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    /** What the setting does, in whole sentences, with its unit and what happens without it; its range is added. */
    String value();

    /** The default, as it would stand in the file. */
    String def() default "";

    /** Whether it may be absent: null, or an empty list or map, or a section of all its defaults. */
    boolean optional() default false;

    /** The least value allowed, included. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The greatest value allowed, included. */
    double max() default Double.POSITIVE_INFINITY;
}
