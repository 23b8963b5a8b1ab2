using Madoguchi.Cases.Contacting;

namespace Madoguchi.Setup.Demo;

/// <summary>A made-up case: who tells what when, and what happens then. Played through the same functions as real life.</summary>
/// <param name="Ago">How long ago the story was told.</param>
/// <param name="Claims">The name of an earlier customer whose number this one says is theirs.</param>
public sealed record Story(TimeSpan Ago, Contact Told, IReadOnlyList<Act> Acts, string? Claims = null);

/// <param name="After">Since the act before.</param>
public abstract record Act(TimeSpan After)
{
    public sealed record CustomerSays(TimeSpan After, string Text) : Act(After);

    public sealed record CustomerSends(TimeSpan After, string FileName, int Look) : Act(After);

    public sealed record AgentSays(TimeSpan After, string Agent, string Text) : Act(After);

    public sealed record Notes(TimeSpan After, string Agent, string Text) : Act(After);

    public sealed record Proposes(TimeSpan After, string Agent, string Outcome) : Act(After);

    public sealed record Confirms(TimeSpan After, bool Solved) : Act(After);

    public sealed record FallsSilent(TimeSpan After) : Act(After);
}
