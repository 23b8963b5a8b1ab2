using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;

namespace Madoguchi.Remedies;

/// <summary>How a remedy is spoken of to the customer.</summary>
public enum RemedyKind { Reward, Extension, Fee, Apology, Other }

/// <summary>What the house gives when something went wrong (補償), as its catalogue has it.</summary>
public sealed class Remedy
{
    /// <summary>The name in addresses and on the API: <c>a-z 0-9 -</c>, never changed.</summary>
    public required string Slug { get; init; }
    public required RemedyKind Kind { get; set; }
    public string? Ja { get; set; }
    public string? En { get; set; }

    /// <summary>What an amount of it is counted in (<c>JPY</c>, <c>days</c>); nothing: it has no amount.</summary>
    public string? Unit { get; set; }
    public long? AgentLimit { get; set; }
    public long? SupervisorLimit { get; set; }
    public long? AdministratorLimit { get; set; }

    /// <summary>What happens next, in words for the customer.</summary>
    public string? NextJa { get; set; }
    public string? NextEn { get; set; }

    /// <summary>Granted no more; what was granted stays.</summary>
    public bool Retired { get; set; }

    public InBoth Name => new(Ja, En);

    public InBoth? Next => NextJa is null && NextEn is null ? null : new(NextJa, NextEn);

    /// <summary>Up to here somebody of this role decides alone. Nothing: no limit. 0: never alone.</summary>
    public long? Limit(AgentRole role) => role switch
    {
        AgentRole.Agent => AgentLimit,
        AgentRole.Supervisor => SupervisorLimit,
        AgentRole.Administrator => AdministratorLimit,
    };

    /// <summary>A sum that nobody has named is within no limit.</summary>
    public bool IsWithin(AgentRole role, long? amount) => Limit(role) switch
    {
        null => true,
        0 => false,
        { } limit => Unit is null || amount <= limit,
    };

    /// <summary>Who may be the second person: a supervisor or above whose own limit covers it. Where there is no amount, none has to; and an administrator always may,
    /// or what nobody may decide alone would wait for ever.</summary>
    public bool IsSeconded(AgentRole role, long? amount) => role switch
    {
        AgentRole.Agent => false,
        AgentRole.Supervisor => Unit is null || IsWithin(role, amount),
        AgentRole.Administrator => true,
    };

    /// <summary>Always there, whether or not the house has changed them.</summary>
    public static readonly IReadOnlyList<Func<Remedy>> BuiltIn =
    [
        () => new() { Slug = "reward", Kind = RemedyKind.Reward, Ja = "特典", En = "Reward" },
        () => new() { Slug = "extension", Kind = RemedyKind.Extension, Ja = "期限の延長", En = "Extension", Unit = RemedyGranted.Days, AgentLimit = 30 },
        () => new() { Slug = "fee", Kind = RemedyKind.Fee, Ja = "使えなかった日数分の料金", En = "Fee for unusable days", Unit = "JPY", AgentLimit = 5_000, SupervisorLimit = 50_000 },
        () => new() { Slug = "apology", Kind = RemedyKind.Apology, Ja = "お詫び", En = "Apology" },
    ];
}
