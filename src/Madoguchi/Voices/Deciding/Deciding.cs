using Madoguchi.Desks;

namespace Madoguchi.Voices.Deciding;

/// <summary>Who may decide, what a decision says to whom, and what a voice is after it. Pure.</summary>
public static class Deciding
{
    /// <summary>Until then everything can be called off, and nobody has heard of it.</summary>
    public static readonly TimeSpan Undo = TimeSpan.FromSeconds(10);

    extension(Voice voice)
    {
        /// <summary>Once somebody is named, that is who decides, beside supervisors and administrators; until then any agent may.</summary>
        public bool MayBeDecidedBy(CurrentAgent agent) => voice.DeciderId is null || agent.SeesAll || agent.Id == voice.DeciderId;

        /// <summary>As it stands by the last decision that holds.</summary>
        public void StandsBy(Decision? decision)
        {
            (voice.State, voice.Version, voice.DecidedAt) = decision is null ? (VoiceState.Open, null, null) : (decision.State, decision.Version, (DateTimeOffset?)decision.At);
        }
    }

    extension(Decision decision)
    {
        public bool CanBeCalledOff(DateTimeOffset now) => decision.CancelledAt is null && now < decision.DueAt;

        /// <summary>In the reader's language, or in the other one: words that one has to have translated are better than none.</summary>
        public string In(string language) => (language.StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? decision.TextJa ?? decision.TextEn : decision.TextEn ?? decision.TextJa) ?? "";

        /// <summary>The same once more: whoever was told it need not be told again.</summary>
        public bool Says(VoiceState state, string? version, string? ja, string? en) => decision.CancelledAt is null && (decision.State, decision.Version, decision.TextJa, decision.TextEn) == (state, version, ja, en);

        /// <summary>As they were when they decided. What a tracker decided is nobody's word: customers read the desk's name.</summary>
        public CurrentAgent By => decision.From is not null || decision.ById == CurrentAgent.Bootstrap.Id ? CurrentAgent.Bootstrap : new(decision.ById, decision.ByName, decision.ByShown, AgentRole.Supervisor, [], []);

        /// <summary>As on the wire.</summary>
        public string StateName => decision.State.OnTheWire;
    }

    extension(VoiceState state)
    {
        public string OnTheWire => state switch
        {
            VoiceState.Open => "open",
            VoiceState.Planned => "planned",
            VoiceState.Fixed => "fixed",
            VoiceState.WontFix => "wontFix",
        };
    }
}
