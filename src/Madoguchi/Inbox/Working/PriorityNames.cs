using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Working;

public static class PriorityNames
{
    public static string NameIn(this Priority priority, Tongue t) => priority switch
    {
        Priority.Low => t["低い", "Low"],
        Priority.Normal => t["ふつう", "Normal"],
        Priority.High => t["高い", "High"],
        Priority.Urgent => t["至急", "Urgent"],
    };
}
