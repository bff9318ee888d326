/**
 * Families of publications: linked by what records claim ({@code FamilyLinks}, {@code LinkedFamilies}) where no source gives them,
 * and made of their publications ({@code Families}, run by {@code FamilyStep}).
 */
package org.smssev.jobs.ingest.family;
