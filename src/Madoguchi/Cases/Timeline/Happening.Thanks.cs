namespace Madoguchi.Cases.Timeline;

/// <summary>What the customer said after it was solved (お礼); said again within the day, the later one holds.</summary>
/// <param name="Score">1 to 5.</param>
/// <param name="Agents">Who is thanked by name.</param>
public sealed record Thanked(int Score, string? Text = null, IReadOnlyList<ThankedAgent>? Agents = null) : Happening;

/// <param name="Name">The name that they showed to the customer.</param>
public sealed record ThankedAgent(Guid AgentId, string Name);

/// <summary>Taken back by the customer; the entries whose words go with it.</summary>
public sealed record ThanksWithdrawn(IReadOnlyList<int> Entries) : Happening;

/// <summary>Asked once and would rather not say: it is not asked again.</summary>
public sealed record ThanksDeclined : Happening;

/// <summary>A low score: a supervisor looks into it.</summary>
public sealed record ConcernOpened(int Score) : Happening;

/// <param name="CameOfIt">What was done, for the house.</param>
public sealed record ConcernSettled(string CameOfIt) : Happening;
