/** The configuration: records that document every setting, and their reader. */
package org.smssev.common.config;
