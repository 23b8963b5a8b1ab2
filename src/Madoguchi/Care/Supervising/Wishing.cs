using Madoguchi.Cases.Timeline;
using Madoguchi.Desks.Hours;
using Madoguchi.Shared;

namespace Madoguchi.Care.Supervising;

/// <param name="By">By when a supervisor answers.</param>
public sealed record SupervisorPromised(Id<SupervisorWish> WishId, DateTimeOffset By, int Entry);

/// <summary>How the last wish for a supervisor stands.</summary>
/// <param name="KeptAt">When a supervisor answered.</param>
/// <param name="KeptBy">Who, as customers know them.</param>
/// <param name="Late">The time has passed, and nobody has.</param>
public sealed record SupervisorView(Id<SupervisorWish> WishId, bool ByCustomer, DateTimeOffset At, DateTimeOffset By, DateTimeOffset? KeptAt, string? KeptBy, DateTimeOffset? WithdrawnAt, bool Late)
{
    public bool IsOpen => KeptAt is null && WithdrawnAt is null;

    public static SupervisorView Of(SupervisorWish wish, DateTimeOffset now) =>
        new(wish.Id, wish.ByCustomer, wish.At, wish.DueAt, wish.KeptAt, wish.KeptByName, wish.WithdrawnAt, wish.IsOpen && wish.DueAt < now);
}

/// <summary>Why no supervisor was promised, or nothing taken back.</summary>
public enum WishRefusal { Unknown, WithAnotherDesk, NothingWished }

/// <summary>Pure.</summary>
public static class Wishing
{
    /// <summary>Within so many minutes while the desk is open; as many minutes, where it does not open any more.</summary>
    public static DateTimeOffset Due(OpeningHours hours, int minutes, DateTimeOffset now) => hours.After(now, TimeSpan.FromMinutes(minutes)) ?? now.AddMinutes(minutes);

    /// <summary>The first word or call of a supervisor after the wish keeps it.</summary>
    public static Entry? KeptBy(this SupervisorWish wish, IEnumerable<Entry> told, IReadOnlySet<Guid> supervisors) =>
        told.Where(e => e.CaseId == wish.CaseId && e.Number > wish.Entry && e.ById is { } by && supervisors.Contains(by)).MinBy(e => e.Number);
}
