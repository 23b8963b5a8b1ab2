using Madoguchi.Desks;

namespace Madoguchi.Cases.Wording;

/// <summary>The desk to hand over to instead of sending the customer away: whose number was about to be given, whom the reply speaks of, or what the story is about.</summary>
public static class Fitting
{
    public static Placement? Of(Case theCase, string reply, string story, Noticed noticed, IReadOnlyList<Desk> desks)
    {
        var others = desks.Where(d => d.Id != theCase.DeskId).ToList();
        if (others.FirstOrDefault(d => d.Phones.Select(Telephone.Digits).Any(own => noticed.Numbers.Any(n => Telephone.IsOneOf(n, [own])))) is { } reached)
            return new(reached, [.. reached.Phones.Where(p => noticed.Numbers.Any(n => Telephone.IsOneOf(n, [Telephone.Digits(p)])))], int.MaxValue);
        return Placing.Of(reply, null, null, theCase.Language, others) is [var named, ..] ? named
            : Placing.Of($"{theCase.Subject}\n{story}", theCase.Product, theCase.Problem, theCase.Language, others) is [var about, ..] ? about : null;
    }
}
