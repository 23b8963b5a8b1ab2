using Madoguchi.Desks.OnDuty;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Attending;

public static class DutyNames
{
    public static readonly IReadOnlyList<DutyState> All = [DutyState.Available, DutyState.Busy, DutyState.Break, DutyState.Offline];

    extension(DutyState state)
    {
        public string NameIn(Tongue t) => state switch
        {
            DutyState.Available => t["対応可", "Available"],
            DutyState.Busy => t["対応中", "Busy"],
            DutyState.Break => t["休憩", "Break"],
            DutyState.Offline => t["退席", "Offline"],
        };

        /// <summary>As forms and the table of acts write it.</summary>
        public string Word => state.ToString().ToLowerInvariant();
    }
}
