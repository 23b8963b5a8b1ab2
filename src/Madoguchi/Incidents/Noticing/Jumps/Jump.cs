namespace Madoguchi.Incidents.Noticing.Jumps;

/// <param name="Key">What it is in.</param>
/// <param name="Product">Narrowed to one product, or the only one of all its cases.</param>
/// <param name="IsNarrowed">The same key is ordinary with other products.</param>
/// <param name="Cases">Those that fit, oldest first.</param>
/// <param name="Window">In the last so many minutes it is most striking.</param>
/// <param name="Expected">So many would have been ordinary in that time.</param>
/// <param name="Seen">So many different people were counted in it.</param>
/// <param name="Chance">Of seeing as many by mere chance.</param>
public sealed record Jump(JumpKey Key, string? Product, bool IsNarrowed, IReadOnlyList<Told> Cases, int Window, double Expected, int Seen, double Chance)
{
    public DateTimeOffset Since => Cases[0].At;

    /// <summary>One in so many.</summary>
    public double Odds => Math.Min(1e12, 1 / Math.Max(Chance, 1e-12));
}
