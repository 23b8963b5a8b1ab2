using Madoguchi.Desks.Hours;
using Madoguchi.Shared;

namespace Madoguchi.Desks;

/// <summary>A team that answers (窓口).</summary>
public sealed partial class Desk
{
    public required Id<Desk> Id { get; init; }

    /// <summary>The name in addresses and on the API: <c>a-z 0-9 -</c>, unique, never changed.</summary>
    public required string Slug { get; init; }
    public required string Name { get; set; }

    /// <summary>The name on English pages; <see cref="Name"/> when null.</summary>
    public string? NameInEnglish { get; set; }

    /// <summary>BCP 47 codes, the first one is the desk's own.</summary>
    public required List<string> Languages { get; set; }
    public List<string> Products { get; set; } = [];

    /// <summary>What people say when they mean this desk: by these and its products a story is placed, and a handover proposed.</summary>
    public List<string> Words { get => field ?? []; set; } = [];

    /// <summary>The desk's own telephone numbers: whoever is told one of them is not sent away.</summary>
    public List<string> Phones { get => field ?? []; set; } = [];

    /// <summary>When the desk is open; null: always. The line below is made from it, and only a desk without it has a line of its own.</summary>
    public HoursPlan? Plan { get; private set; }

    /// <summary>Opening hours as shown, one line, e.g. <c>毎日 9:00–18:00</c>.</summary>
    public string? Hours { get; set; }
    public string? HoursInEnglish { get; set; }
    public string? Greeting { get; set; }
    public string? GreetingInEnglish { get; set; }

    /// <summary>Shown above the contact box: a holiday, a known delay.</summary>
    public string? Notice { get; set; }
    public string? NoticeInEnglish { get; set; }

    /// <summary>When an answer can be expected, as shown.</summary>
    public string? FirstAnswer { get; set; }
    public string? FirstAnswerInEnglish { get; set; }

    /// <summary>The desk that gets stories told without a desk. Exactly one.</summary>
    public bool IsReception { get; set; }

    /// <summary>A case that waits this long for its customer is closed by silence.</summary>
    public int SilenceHours { get; set; } = 24 * 7;

    /// <summary>An offered handover that nobody answers for this long rings both desks.</summary>
    public int RingAfterMinutes { get; set; } = 5;

    /// <summary>Other desks ask it what the records say: it is proposed first when a question goes out.</summary>
    public bool? IsTechnical { get; set; }

    /// <summary>Open hours within which a promised check is told of; null: <see cref="UsualCheckHours"/>.</summary>
    public int? CheckHours { get; set; }

    public const int UsualCheckHours = 4;

    /// <summary>What its agents write waits for a second person before it is sent.</summary>
    public bool NeedsApproval { get; set; }

    /// <summary>Origins (scheme://host) whose pages may embed this desk's widget.</summary>
    public List<string> Origins { get; set; } = [];

    /// <summary>By which those pages sign for their users; encrypted (<see cref="WidgetSecrets"/>).</summary>
    public string? WidgetSecret { get; set; }

    public string NameIn(Tongue tongue) => tongue[Name, NameInEnglish ?? Name];

    public bool Speaks(string language) => Languages.Include(language);
}
