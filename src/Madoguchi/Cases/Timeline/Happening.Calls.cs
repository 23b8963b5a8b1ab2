namespace Madoguchi.Cases.Timeline;

/// <summary>Told by telephone and written down by the agent: the customer's own words.</summary>
public sealed record CallTaken(string Text) : Happening;
