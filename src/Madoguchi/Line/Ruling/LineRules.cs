using Madoguchi.Shared;

namespace Madoguchi.Line.Ruling;

/// <summary>A desk's own ways with its line; what is missing stays.</summary>
/// <param name="Offers">Turns are offered to one agent after the other; otherwise agents take the next one when they like.</param>
/// <param name="OfferSeconds">How long an agent has to accept.</param>
/// <param name="HoldMinutes">Who was away keeps the front this long.</param>
/// <param name="PauseMinutes">Nobody answered the telephone: until the next attempt.</param>
/// <param name="Attempts">So often we call.</param>
/// <param name="PlacesAnHour">How many may choose to come back in the same hour; 0: nobody may.</param>
public sealed record LineRules(bool? Offers = null, int? OfferSeconds = null, int? HoldMinutes = null, int? PauseMinutes = null, int? Attempts = null, int? PlacesAnHour = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Within("/offerSeconds", OfferSeconds, 5, 600), .. Within("/holdMinutes", HoldMinutes, 1, 24 * 60), .. Within("/pauseMinutes", PauseMinutes, 1, 24 * 60),
        .. Within("/attempts", Attempts, 1, 20), .. Within("/placesAnHour", PlacesAnHour, 0, 1000),
    ];

    public static LineRules Of(DeskLine? line) => line is null
        ? new(false, DeskLine.UsualOfferSeconds, (int)Ticket.Hold.TotalMinutes, (int)Ticket.Pause.TotalMinutes, Ticket.MostAttempts, DeskLine.UsualPlaces)
        : new(line.IsOffered, line.OfferSeconds, line.HoldMinutes, line.PauseMinutes, line.MostAttempts, line.PlacesAnHour);

    public void Rule(DeskLine line)
    {
        line.IsOffered = Offers ?? line.IsOffered;
        line.OfferSeconds = OfferSeconds ?? line.OfferSeconds;
        line.HoldMinutes = HoldMinutes ?? line.HoldMinutes;
        line.PauseMinutes = PauseMinutes ?? line.PauseMinutes;
        line.MostAttempts = Attempts ?? line.MostAttempts;
        line.PlacesAnHour = PlacesAnHour ?? line.PlacesAnHour;
    }

    private static IEnumerable<(string Pointer, string Why)> Within(string at, int? value, int low, int high) => value < low || value > high ? [(at, $"{low} to {high}.")] : [];
}
