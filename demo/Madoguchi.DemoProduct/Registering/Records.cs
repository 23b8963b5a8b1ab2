using Madoguchi.DemoProduct.Telling;

namespace Madoguchi.DemoProduct.Registering;

/// <summary>Somebody's account with the maker of the kettle, for all of its products.</summary>
/// <param name="Linked">The product codes that the account knows of.</param>
public sealed record Account(string Id, string Email, IReadOnlyList<string> Linked);

/// <param name="Confirmation">The code that came by mail.</param>
/// <param name="CompletedAt">Null: the code from the mail has not been entered.</param>
public sealed record Registration(string Id, string Code, string AccountId, string Email, string Language, string Confirmation, DateTimeOffset? CompletedAt = null);

/// <summary>A mail that the product sent; its own little mailbox shows it.</summary>
public sealed record Letter(string To, DateTimeOffset At, string Subject, string Text);

/// <summary>All that the product knows, and what it has not yet told Madoguchi: one file, so that neither is ever there without the other.</summary>
public sealed record Records
{
    public IReadOnlyList<Account> Accounts { get; init; } = [];

    public IReadOnlyList<Registration> Registrations { get; init; } = [];

    public IReadOnlyList<Letter> Letters { get; init; } = [];

    public IReadOnlyList<CloudEvent> Untold { get; init; } = [];

    /// <summary>The planted fault: who completes a registration from now on is told so, and never linked to an account.</summary>
    public bool Fault { get; init; }

    public Account? Account(string? id) => Accounts.FirstOrDefault(a => a.Id == id);

    public Registration? Registration(string? id) => Registrations.FirstOrDefault(r => r.Id == id);

    public bool IsLinked(Registration one) => Account(one.AccountId)?.Linked.Contains(one.Code) == true;
}
