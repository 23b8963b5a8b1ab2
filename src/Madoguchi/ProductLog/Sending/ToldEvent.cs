namespace Madoguchi.ProductLog.Sending;

/// <summary>One CloudEvent as it came, and nothing wrong with it.</summary>
/// <param name="Data">JSON.</param>
/// <param name="More">The other attributes, an object in JSON.</param>
public sealed record ToldEvent(string Source, string Id, string Type, DateTimeOffset? Time, string? Subject, string? Data, string? More);

/// <summary>What is wrong where in what was sent.</summary>
/// <param name="At">A JSON pointer.</param>
public sealed record Wrong(string At, string Why);
