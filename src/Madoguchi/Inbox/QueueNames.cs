using Madoguchi.Shared;

namespace Madoguchi.Inbox;

public static class QueueNames
{
    public static readonly IReadOnlyList<Queue> All = Enum.GetValues<Queue>();

    public static Queue? Of(string? slug) => All.Where(q => q.Slug == slug).Select(q => (Queue?)q).SingleOrDefault();

    extension(Queue queue)
    {
        /// <summary>As in addresses.</summary>
        public string Slug => queue is Queue.BrokenOff ? "broken-off" : queue.ToString().ToLowerInvariant();

        public string NameIn(Tongue t) => queue switch
        {
            Queue.New => t["未対応", "New"],
            Queue.Open => t["対応中", "In progress"],
            Queue.Held => t["保留", "On hold"],
            Queue.Done => t["完了", "Settled"],
            Queue.Mine => t["自分の担当", "My cases"],
            Queue.Offered => t["引き継ぎの申し出", "Handovers"],
            Queue.BrokenOff => t["途切れた用件", "Broken off"],
            Queue.Line => t["順番待ち", "Line"],
        };
    }

    extension(Counts counts)
    {
        /// <summary>What is settled waits for nobody: it has no count.</summary>
        public int? In(Queue queue) => queue switch
        {
            Queue.New => counts.New,
            Queue.Open => counts.Open,
            Queue.Held => counts.Held,
            Queue.Done => null,
            Queue.Mine => counts.Mine,
            Queue.Offered => counts.Offered,
            Queue.BrokenOff => counts.BrokenOff,
            Queue.Line => counts.InLine,
        };
    }
}
